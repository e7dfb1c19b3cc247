import { useTranslation } from 'react-i18next'
import { problemCode } from '../../api/problem-error.ts'

/** A sentence for whatever went wrong, in the reader's language. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('errors')
  return (error) => t(problemCode(error))
}
