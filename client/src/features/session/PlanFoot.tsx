import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goesOnAtMs } from '#shared/session/days.ts'
import { scheduleOf } from '#shared/session/schedule.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { EndDialog } from './EndDialog.tsx'
import { FitDialog } from './FitDialog.tsx'
import { Pace } from './Pace.tsx'
import styles from './PlanFoot.module.css'
import { paceOf } from './pace-of.ts'
import { stepPlace } from './step-place.ts'
import { knownTimeZone } from './time-zone.ts'
import { useCommand } from './use-command.ts'
import { useMoveOn } from './use-move-on.ts'
import { useServerNow } from './use-server-now.ts'
import { useWords } from './use-words.ts'

const everyMs = 1_000

export type PlanFootProps = {
  readonly session: SessionView
  readonly onRehearse: (() => void) | undefined
}

/** How long it takes and when it ends; ahead or behind, and what can be done about it; the beginning and the end. */
export function PlanFoot({ session, onRehearse }: PlanFootProps) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const { moveOn, isMoving } = useMoveOn()
  const [asked, setAsked] = useState<'end' | 'fit'>()
  const close = () => setAsked(undefined)
  const isRunning = session.run.status === 'running'
  const hasNext = stepPlace(session)?.next !== undefined
  return (
    <footer className={styles.foot}>
      <Totals session={session} />
      <div className={styles.actions}>
        {isRunning ? (
          <>
            <FitButton session={session} onFit={() => setAsked('fit')} />
            {hasNext ? <Button onClick={() => setAsked('end')}>{t('foot.end')}</Button> : null}
          </>
        ) : (
          <>
            <Button
              kind="primary"
              isBusy={isMoving}
              disabled={session.plan.steps.length === 0}
              onClick={() => moveOn({ type: 'start' })}
            >
              {t('foot.start')}
            </Button>
            {onRehearse ? (
              <Button disabled={session.plan.steps.length === 0} onClick={onRehearse}>
                {t('foot.rehearse')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {asked === 'end' ? <EndDialog onClose={close} onEnd={() => void say({ type: 'end' })} /> : null}
      {asked === 'fit' ? <FitDialog session={session} onClose={close} /> : null}
    </footer>
  )
}

function Totals({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { time, duration, dayTime, number } = useWords()
  const nowMs = useServerNow(everyMs)
  const { run, plan } = session
  const { steps, totalMs, aheadMs, isStartKnown, expectedEndMs, plannedEndMs, dayStartsMs } = scheduleOf(session, nowMs)
  const zone = knownTimeZone(plan.timeZone)
  const hasDays = dayStartsMs.length > 1
  if (run.status !== 'running') {
    const days = hasDays ? t('days.count', { count: dayStartsMs.length }) : undefined
    const when = hasDays
      ? t('foot.endsOn', { when: dayTime(expectedEndMs, { timeZone: zone }) })
      : t('foot.endsAt', { time: time(expectedEndMs, zone) })
    return (
      <p className={styles.totals}>
        {[days, duration(totalMs), isStartKnown ? when : undefined].filter(Boolean).join(' · ')}
      </p>
    )
  }
  const goesOnMs = goesOnAtMs(session)
  const ends = { time: time(expectedEndMs, zone), planned: time(plannedEndMs, zone) }
  const day = number(steps.find(({ stepId }) => stepId === run.stepId)?.day ?? 1)
  const endWords = () => {
    if (goesOnMs !== undefined) return t('days.goesOn', { when: dayTime(goesOnMs, { timeZone: zone }) })
    if (paceOf(aheadMs) === 'onTime')
      return hasDays ? t('foot.dayEndsAt', { ...ends, number: day }) : t('foot.endsAt', ends)
    return hasDays ? t('foot.dayEndsInstead', { ...ends, number: day }) : t('foot.endsInstead', ends)
  }
  return (
    <p className={styles.totals}>
      <Pace session={session} /> <span className={styles.soft}>{endWords()}</span>
    </p>
  )
}

/** Beside the end, so that a low screen keeps its room for the steps. */
function FitButton({ session, onFit }: { readonly session: SessionView; readonly onFit: () => void }) {
  const { t } = useTranslation('session')
  const { aheadMs, steps } = scheduleOf(session, useServerNow(everyMs))
  const canFit = steps.some(({ fittedMinutes }, i) => fittedMinutes < (session.plan.steps[i]?.minutes ?? 0))
  return paceOf(aheadMs) === 'behind' && canFit ? <Button onClick={onFit}>{t('foot.fit')}</Button> : null
}
