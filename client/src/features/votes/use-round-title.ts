import { useTranslation } from 'react-i18next'
import type { VoteRound } from '#shared/session/votes/round.ts'
import { useSession, useWords } from '../session/index.ts'

/** What a round is called: as somebody has named it, else as its step is called in the reader's language. */
export function useRoundTitle(): (round: Pick<VoteRound, 'title' | 'stepId'>) => string {
  const { t } = useTranslation('votes')
  const { text } = useWords()
  const steps = useSession()?.plan.steps ?? []
  return ({ title, stepId }) => {
    const step = steps.find(({ id }) => id === stepId)
    return title || (step ? text(step.title) : '') || t('bar.open')
  }
}
