import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { RoomControls } from './RoomControls.tsx'
import styles from './RoomRow.module.css'
import { useSessionPlace } from './session-context.ts'
import { hasDone, stepPlace } from './step-place.ts'
import { useCommand } from './use-command.ts'
import { useWords } from './use-words.ts'

/** Who is done, whose hands are up, and where everybody looks. */
export function RoomRow({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  return (
    <div className={styles.row}>
      <RoomCounts session={session} />
      <Popover
        label={t('room.title')}
        align="end"
        trigger={
          <Button size="small">
            {t('room.title')}
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
        }
      >
        <RoomControls session={session} />
      </Popover>
    </div>
  )
}

/** "5 of 12 are done · 2 hands". */
export function RoomCounts({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session')
  const { number } = useWords()
  const { people } = useSessionPlace()
  const here = useReadable(people)
  const say = useCommand()
  const { run, hands } = session
  const place = stepPlace(session)
  if (run.status !== 'running' || !place) return null
  const writers = here.filter(({ role }) => role === 'editor')
  const done = writers.filter(({ participantId }) => run.done.includes(participantId)).length
  // While people vote, how far they are is told by their dots.
  const isDoneTold = hasDone(place.mode) && writers.length > 0 && (done > 0 || place.mode !== 'vote')
  const first = hands[0]
  const name = here.find(({ participantId }) => participantId === first?.participantId)?.name
  return (
    <div className={styles.counts}>
      {isDoneTold ? <p>{t('room.done', { done: number(done), count: number(writers.length) })}</p> : null}
      {first ? (
        <p className={styles.hands}>
          {t('room.hands', { count: hands.length })}{' '}
          <Button size="small" onClick={() => void say({ type: 'lower_hand', participantId: first.participantId })}>
            {t('room.take', { name: name ?? t('room.somebody') })}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
