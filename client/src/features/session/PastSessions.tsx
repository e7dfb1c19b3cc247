import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../api/query-keys.ts'
import { listSessions } from '../../api/sessions.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemState } from '../problem/index.ts'
import styles from './PastSessions.module.css'
import { SummaryDialog } from './SummaryDialog.tsx'
import { useSessionPlace } from './session-context.ts'

/** What was done on this board before, for whoever comes back weeks later. Nothing where there was nothing. */
export function PastSessions({ onCheckpoints }: { readonly onCheckpoints: (() => void) | undefined }) {
  const { t } = useTranslation('session')
  const { language } = useLanguage()
  const { board } = useSessionPlace()
  const [shown, setShown] = useState<string>()
  const past = useQuery({
    queryKey: queryKeys.pastSessions(board.id),
    queryFn: ({ signal }) => listSessions(board.id, signal),
    // One may have ended a moment ago.
    staleTime: 0,
  })
  if (past.isError) return <ProblemState error={past.error} query={past} />
  if (!past.data?.length) return null
  return (
    <section className={styles.past} aria-label={t('none.past')}>
      <h3 className={styles.heading}>{t('none.past')}</h3>
      <ul className={styles.list}>
        {past.data.map(({ id, title, startedAtMs }) => {
          const when = formatMoment(startedAtMs, language)
          return (
            <li key={id} className={styles.row}>
              <span className={styles.about}>
                <bdi>{title}</bdi>
                <span className={styles.when}>{when}</span>
              </span>
              <Button size="small" aria-label={t('none.summaryOf', { title, when })} onClick={() => setShown(id)}>
                {t('none.summary')}
              </Button>
            </li>
          )
        })}
      </ul>
      {shown === undefined ? null : (
        <SummaryDialog sessionId={shown} onClose={() => setShown(undefined)} onCheckpoints={onCheckpoints} />
      )}
    </section>
  )
}
