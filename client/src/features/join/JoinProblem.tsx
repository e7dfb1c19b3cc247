import { useTranslation } from 'react-i18next'
import { problemCode } from '../../api/problem-error.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryHeading } from '../entry/index.ts'
import { useProblemText } from '../problem/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { joinWayOut } from './join-problem.ts'

/** Why it did not work, and the next thing to do. Another code can always be typed. */
export function JoinProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('join')
  const problemText = useProblemText()
  const wayOut = joinWayOut(problemCode(error))
  return (
    <>
      <EntryHeading role="alert">
        <h1>{t(`problem.${wayOut}`)}</h1>
        <p>{problemText(error)}</p>
      </EntryHeading>
      {wayOut === 'try-again' ? (
        <Button kind="primary" isWide onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      ) : (
        <CodeForm />
      )}
    </>
  )
}
