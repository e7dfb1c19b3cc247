import { useTranslation } from 'react-i18next'
import { ProblemError, problemCode } from '../../api/problem-error.ts'

/** A sentence for whatever went wrong, in the reader's language. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return (error) => t(problemCode(error), placesIn(error))
}

/** Where it went wrong, for the sentences that say so: a line, an item. */
function placesIn(error: unknown): Record<string, unknown> {
  const details = error instanceof ProblemError ? error.details : undefined
  return typeof details === 'object' && details !== null ? { ...details } : {}
}
