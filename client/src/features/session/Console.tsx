import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionCommand } from '#shared/session/commands.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import styles from './Console.module.css'
import { EndDialog } from './EndDialog.tsx'
import { Night } from './Night.tsx'
import { StepTimer } from './StepTimer.tsx'
import { useSession } from './session-context.ts'
import { stepPlace } from './step-place.ts'
import { useCommand } from './use-command.ts'
import { useMoveOn } from './use-move-on.ts'
import { useWords } from './use-words.ts'

/** The controls of the step that runs, at the head of the run of show. */
export function Console() {
  const { t } = useTranslation('session')
  const { titleOf } = useWords()
  const session = useSession()
  const say = useCommand()
  const { moveOn, isMoving } = useMoveOn()
  const [isEnding, setIsEnding] = useState(false)
  const place = session && stepPlace(session)
  if (session?.run.status !== 'running' || !place) return null
  const { clock } = session.run
  const tell = (command: SessionCommand) => () => void say(command)
  return (
    <section className={styles.console} aria-label={t('console.label')}>
      <div className={styles.clock}>
        <StepTimer clock={clock} />
        <Night session={session} />
        {place.step.goesOn ? null : <ClockButtons />}
      </div>
      <div className={styles.steps}>
        <IconButton
          kind="plain"
          label={t('console.back')}
          disabled={place.number === 1}
          isBusy={isMoving}
          onClick={() => moveOn({ type: 'back' })}
        >
          <SkipBack className={styles.turned} size={20} aria-hidden="true" />
        </IconButton>
        {place.next ? (
          <Button kind="primary" className={styles.next} isBusy={isMoving} onClick={() => moveOn({ type: 'next' })}>
            <span className={styles.nextWords}>{t('console.nextStep', { title: titleOf(place.next) })}</span>
            <SkipForward className={styles.turned} size={16} aria-hidden="true" />
          </Button>
        ) : (
          <Button kind="primary" className={styles.next} onClick={() => setIsEnding(true)}>
            {t('console.end')}
          </Button>
        )}
      </div>
      {isEnding ? <EndDialog onClose={() => setIsEnding(false)} onEnd={tell({ type: 'end' })} /> : null}
    </section>
  )
}

/** Pause or go on, and more time. */
export function ClockButtons() {
  const { t } = useTranslation('session')
  const session = useSession()
  const say = useCommand()
  if (session?.run.status !== 'running') return null
  const { clock } = session.run
  const add = (minutes: number) => (
    <Button
      aria-label={t('console.addMinutes', { count: minutes })}
      onClick={() => void say({ type: 'add_minutes', minutes })}
    >
      <bdi>{t('console.addShort', { count: minutes })}</bdi>
    </Button>
  )
  return (
    <div className={styles.clockButtons}>
      {clock.state === 'ticking' ? (
        <IconButton kind="plain" label={t('console.pause')} onClick={() => void say({ type: 'pause' })}>
          <Pause size={20} aria-hidden="true" />
        </IconButton>
      ) : null}
      {clock.state === 'paused' ? (
        <IconButton kind="primary" label={t('console.resume')} onClick={() => void say({ type: 'resume' })}>
          <Play className={styles.turned} size={20} aria-hidden="true" />
        </IconButton>
      ) : null}
      {add(1)}
      {add(5)}
    </div>
  )
}
