import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../api/query-keys.ts'
import { listBoardPeople, updatePerson } from '../../api/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import styles from './RemovedPeople.module.css'
import { useSessionPlace } from './session-context.ts'

/** For facilitators: who was sent away, and the way back for her. */
export function RemovedPeople() {
  const { t } = useTranslation('session')
  const { board } = useSessionPlace()
  const queryClient = useQueryClient()
  const toast = useToast()
  const problemText = useProblemText()
  const queryKey = queryKeys.boardPeople(board.id)
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => listBoardPeople(board.id, signal) })
  const removed = data?.filter(({ removedAtMs }) => removedAtMs !== null) ?? []
  if (removed.length === 0) return null

  const letIn = (participantId: string, name: string) => {
    updatePerson(board.id, participantId, { isRemoved: false }).then(
      () => {
        void queryClient.invalidateQueries({ queryKey })
        toast({ text: t('removed.letIn', { name }) })
      },
      (error: unknown) => toast({ text: problemText(error) }),
    )
  }
  return (
    <section className={styles.removed} aria-label={t('removed.title')}>
      <h3 className={styles.title}>{t('removed.title')}</h3>
      <ul className={styles.list}>
        {removed.map(({ participantId, name }) => (
          <li key={participantId} className={styles.row}>
            <bdi className={styles.name}>{name}</bdi>
            <Button
              size="small"
              aria-label={t('removed.letInName', { name })}
              onClick={() => letIn(participantId, name)}
            >
              {t('removed.action')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
