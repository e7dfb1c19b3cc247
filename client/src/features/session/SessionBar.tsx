import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goesOnAtMs } from '#shared/session/days.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Popover } from '../../ui/Popover.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { ClockVoice } from './ClockVoice.tsx'
import type { Chime } from './chime.ts'
import { Night } from './Night.tsx'
import { OwnSigns } from './OwnSigns.tsx'
import { Pace } from './Pace.tsx'
import styles from './SessionBar.module.css'
import { StepFacts } from './StepFacts.tsx'
import { StepTimer } from './StepTimer.tsx'
import { useIsFacilitator, useIsRehearsal, useSession, useSessionPlace } from './session-context.ts'
import { type StepPlace, stepPlace } from './step-place.ts'
import { knownTimeZone } from './time-zone.ts'
import { useServerNow } from './use-server-now.ts'
import { useWords } from './use-words.ts'

export type SessionBarProps = {
  /** Opens and closes the run of show; undefined for those who do not have it. */
  readonly onRail: (() => void) | undefined
  readonly isRailOpen: boolean
}

/** What are we doing, and how long. */
export function SessionBar(props: SessionBarProps) {
  const session = useSession()
  const { chime } = useSessionPlace()
  if (!session) return null
  const place = stepPlace(session)
  const { run } = session
  if (run.status !== 'running' || !place) return <Waiting session={session} />
  return (
    <div className={styles.bar}>
      <StepButton place={place} chime={chime} {...props} />
      <StepTimer clock={run.clock} parts={place.step.parts} />
      <Night session={session} />
      <ClockVoice clock={run.clock} parts={place.step.parts ?? 1} chime={chime} />
      <Signs session={session} isRailOpen={props.isRailOpen} />
    </div>
  )
}

/** On a phone they lie below, for the thumb. The open run of show has the pace itself, and a night has none. */
function Signs({ session, isRailOpen }: { readonly session: SessionView; readonly isRailOpen: boolean }) {
  const isFacilitator = useIsFacilitator()
  if (useMediaQuery(phoneWidth)) return null
  return (
    <>
      {isFacilitator && !isRailOpen && goesOnAtMs(session) === undefined ? <Pace session={session} /> : null}
      <OwnSigns />
    </>
  )
}

function StepButton({ place, chime, onRail, isRailOpen }: SessionBarProps & StepButtonProps) {
  const { t } = useTranslation('session')
  const { titleOf, number } = useWords()
  const isPhone = useMediaQuery(phoneWidth)
  const name = (
    <>
      <span className={styles.number}>
        {t('step.short', { number: number(place.number), count: number(place.count) })}
      </span>
      <span className={styles.words}>
        <span className={styles.title} dir="auto">
          {titleOf(place.step)}
        </span>
        <span className={styles.mode}>{t(`mode.${place.mode}.name`)}</span>
      </span>
      <ChevronDown className={styles.more} size={16} aria-hidden="true" />
    </>
  )
  // On a phone the run of show lies behind the step's name.
  if (onRail && isPhone) {
    return (
      <button type="button" className={styles.step} aria-expanded={isRailOpen} onClick={onRail}>
        {name}
      </button>
    )
  }
  return (
    <Popover
      label={t('step.about')}
      trigger={
        <button type="button" className={styles.step}>
          {name}
        </button>
      }
    >
      <StepFacts place={place} />
      <ChimeSwitch chime={chime} />
    </Popover>
  )
}

type StepButtonProps = { readonly place: StepPlace; readonly chime: Chime }

function ChimeSwitch({ chime }: { readonly chime: Chime }) {
  const { t } = useTranslation('session')
  const isOn = useReadable(chime.isOn)
  return <Switch label={t('chime.label')} hint={t('chime.hint')} isOn={isOn} onChange={chime.turn} />
}

/** Midnight may pass while people wait. */
const everyMs = 60_000

function Waiting({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { date, time, dayTime, zonedTime } = useWords()
  const nowMs = useServerNow(everyMs)
  const isRehearsal = useIsRehearsal()
  const { run, plan } = session
  if (run.status === 'ended') return <p className={styles.soft}>{t(isRehearsal ? 'rehearsal.over' : 'bar.over')}</p>
  if (plan.startsAtMs === null) return <p className={styles.soft}>{t('bar.planned')}</p>
  // By the reader's own clock, which is named where it is not the one that the session is planned by.
  const isElsewhere = time(plan.startsAtMs) !== time(plan.startsAtMs, knownTimeZone(plan.timeZone))
  const isToday = date(plan.startsAtMs) === date(nowMs)
  return (
    <p className={styles.soft}>
      {isToday
        ? t('bar.startsAt', { time: isElsewhere ? zonedTime(plan.startsAtMs) : time(plan.startsAtMs) })
        : t('bar.startsOn', { when: dayTime(plan.startsAtMs, { isZoneNamed: isElsewhere }) })}
    </p>
  )
}
