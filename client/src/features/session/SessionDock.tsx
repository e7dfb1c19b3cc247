import { Ellipsis, Pause, Play, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator, MenuSwitch } from '../../ui/Menu.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { constant, useReadable } from '../../ui/use-readable.ts'
import { EndDialog } from './EndDialog.tsx'
import { BackToStep, OwnSigns } from './OwnSigns.tsx'
import { Pace } from './Pace.tsx'
import { ReactButton } from './ReactButton.tsx'
import { RoomCounts } from './RoomRow.tsx'
import styles from './SessionDock.module.css'
import { useIsFacilitator, useSelf, useSession, useSessionPlace, useZones } from './session-context.ts'
import { stepPlace } from './step-place.ts'
import { useCommand } from './use-command.ts'
import { useFacilitatorsHere } from './use-facilitators-here.ts'
import { useMoveOn } from './use-move-on.ts'
import { useWords } from './use-words.ts'

export type SessionDockProps = {
  /** Shows who sits where; undefined in a rehearsal. */
  readonly onTables: (() => void) | undefined
}

/** On a phone, at the thumb: what a participant can say, and for facilitators the controls. */
export function SessionDock({ onTables }: SessionDockProps) {
  const session = useSession()
  const isFacilitator = useIsFacilitator()
  const isPhone = useMediaQuery(phoneWidth)
  if (!isPhone || session?.run.status !== 'running') return null
  return <div className={styles.dock}>{isFacilitator ? <Controls {...{ session, onTables }} /> : <OwnSigns />}</div>
}

function Controls({ session, onTables }: SessionDockProps & { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const { moveOn, isMoving } = useMoveOn()
  const [isEnding, setIsEnding] = useState(false)
  const place = stepPlace(session)
  return (
    <>
      <div className={styles.counts}>
        <Pace session={session} />
        <RoomCounts session={session} />
        <BackToStep />
        <ReactButton />
      </div>
      <div className={styles.controls}>
        {place?.step.goesOn ? null : <ClockButtons session={session} />}
        {place?.next ? (
          <Button kind="primary" className={styles.next} isBusy={isMoving} onClick={() => moveOn({ type: 'next' })}>
            {t('console.next')}
            <SkipForward className={styles.turned} size={20} aria-hidden="true" />
          </Button>
        ) : (
          <Button kind="primary" className={styles.next} onClick={() => setIsEnding(true)}>
            {t('console.end')}
          </Button>
        )}
        <MoreControls onTables={onTables} />
      </div>
      {isEnding ? <EndDialog onClose={() => setIsEnding(false)} onEnd={() => void say({ type: 'end' })} /> : null}
    </>
  )
}

/** Until another day no clock runs: there is none to stop, nor to give minutes to. */
function ClockButtons({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const clock = session.run.status === 'running' ? session.run.clock : undefined
  return (
    <>
      {clock?.state === 'paused' ? (
        <IconButton
          kind="primary"
          className={styles.big}
          label={t('console.resume')}
          onClick={() => void say({ type: 'resume' })}
        >
          <Play className={styles.turned} size={24} aria-hidden="true" />
        </IconButton>
      ) : (
        <IconButton
          kind="plain"
          className={styles.big}
          label={t('console.pause')}
          disabled={clock?.state !== 'ticking'}
          onClick={() => void say({ type: 'pause' })}
        >
          <Pause size={24} aria-hidden="true" />
        </IconButton>
      )}
      <Button
        className={styles.big}
        aria-label={t('console.addMinutes', { count: 1 })}
        onClick={() => void say({ type: 'add_minutes', minutes: 1 })}
      >
        <bdi>{t('console.addShort', { count: 1 })}</bdi>
      </Button>
    </>
  )
}

/** Everybody's attention, as far as one tap says it: the zone is the one that she looks at, or the step's. */
function RoomItems() {
  const { t } = useTranslation('session')
  const say = useCommand()
  const session = useSession()
  const { zoneName } = useWords()
  const { canvas } = useSessionPlace()
  const zones = useZones()
  const seen = useReadable(canvas?.zonesInView ?? noneInView)
  if (!session) return null
  const looked = seen.length === 1 ? zones.find(({ id }) => id === seen[0])?.key : undefined
  const zone = looked ?? stepPlace(session)?.step.zones[0]
  const { heldZone, isFrozen } = session.attention
  return (
    <>
      {zone === undefined ? null : (
        <MenuItem onSelect={() => void say({ type: 'call_to_zone', zone })}>
          {t('room.callTo', { zone: zoneName(zone) })}
        </MenuItem>
      )}
      {heldZone === null && zone !== undefined ? (
        <MenuItem onSelect={() => void say({ type: 'hold_view', zone })}>
          {t('room.holdAt', { zone: zoneName(zone) })}
        </MenuItem>
      ) : null}
      <MenuSwitch
        label={t('room.freeze')}
        hint={t('room.freezeHint')}
        isOn={isFrozen}
        onChange={(next) => void say({ type: 'freeze', isFrozen: next })}
      />
    </>
  )
}

const noneInView = constant<readonly string[]>([])

/** Seldom needed in a hurry; handing over is this menu and a name. */
function MoreControls({ onTables }: SessionDockProps) {
  const { t } = useTranslation('session')
  const say = useCommand()
  const { moveOn } = useMoveOn()
  const self = useSelf()
  const session = useSession()
  const { chime } = useSessionPlace()
  const isChimeOn = useReadable(chime.isOn)
  const facilitators = useFacilitatorsHere().filter(({ participantId }) => participantId !== session?.leaderId)
  const place = session && stepPlace(session)
  return (
    <Menu
      trigger={
        <IconButton kind="plain" className={styles.big} label={t('console.more')}>
          <Ellipsis size={24} aria-hidden="true" />
        </IconButton>
      }
    >
      {place?.step.goesOn ? null : (
        <MenuItem onSelect={() => void say({ type: 'add_minutes', minutes: 5 })}>
          {t('console.addMinutes', { count: 5 })}
        </MenuItem>
      )}
      {onTables && session && session.tables.rounds.length > 0 ? (
        <MenuItem onSelect={onTables}>{t('console.tables')}</MenuItem>
      ) : null}
      <MenuItem isDisabled={place?.number === 1} onSelect={() => moveOn({ type: 'back' })}>
        {t('console.back')}
      </MenuItem>
      <MenuSeparator />
      <RoomItems />
      {facilitators.length > 0 ? (
        <>
          <MenuSeparator />
          <MenuLabel>{t('lead.handOverTo')}</MenuLabel>
          {facilitators.map(({ participantId, name }) => (
            <MenuItem key={participantId} onSelect={() => void say({ type: 'hand_over', participantId })}>
              {participantId === self?.participantId ? t('lead.takeOver') : name}
            </MenuItem>
          ))}
        </>
      ) : null}
      <MenuSeparator />
      <MenuSwitch label={t('chime.label')} hint={t('chime.hint')} isOn={isChimeOn} onChange={chime.turn} />
    </Menu>
  )
}
