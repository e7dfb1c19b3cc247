import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './HandsQueue.module.css'
import { usePeopleById, useSession } from './session-context.ts'
import { useCommand } from './use-command.ts'

/** Hands in the order in which they went up; facilitators take the next. */
export function HandsQueue({ isFacilitator }: { readonly isFacilitator: boolean }) {
  const { t } = useTranslation('session')
  const session = useSession()
  const people = usePeopleById()
  const say = useCommand()
  const [first] = session?.hands ?? []
  if (!session || !first) return null
  const nameOf = (id: string) => people.get(id)?.name ?? t('room.somebody')
  return (
    <section className={styles.queue} aria-label={t('hands.title')}>
      <h3 className={styles.title}>{t('hands.title')}</h3>
      <ol className={styles.list}>
        {session.hands.map(({ participantId }) => (
          <li key={participantId} dir="auto">
            {nameOf(participantId)}
          </li>
        ))}
      </ol>
      {isFacilitator ? (
        <div className={styles.actions}>
          <Button
            size="small"
            kind="primary"
            onClick={() => void say({ type: 'lower_hand', participantId: first.participantId })}
          >
            {t('room.take', { name: nameOf(first.participantId) })}
          </Button>
          <Button size="small" onClick={() => void say({ type: 'lower_all_hands' })}>
            {t('hands.lowerAll')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
