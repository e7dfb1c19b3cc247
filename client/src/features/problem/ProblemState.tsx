import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useProblemText } from './use-problem-text.ts'

export type ProblemStateProps = {
  readonly error: unknown
  /** The part of a query that matters here. */
  readonly query: { readonly refetch: () => Promise<unknown>; readonly isFetching: boolean }
}

/** What did not load, why, and a way to try again. */
export function ProblemState({ error, query }: ProblemStateProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  return (
    <ErrorState title={t('notLoaded')} text={problemText(error)}>
      <Button kind="primary" onClick={() => void query.refetch()} isBusy={query.isFetching}>
        {t('tryAgain')}
      </Button>
    </ErrorState>
  )
}
