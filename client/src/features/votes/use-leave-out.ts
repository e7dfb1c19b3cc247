import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Voter } from '#shared/session/votes/round.ts'
import { problemCode } from '../../api/problem-error.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { leaveOutOfVote } from '../../api/votes.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useVotesPlace } from './votes-context.ts'

/** Leaves somebody out of a round, or takes her in again. */
export function useLeaveOut(roundId: string) {
  const { boardId } = useVotesPlace()
  const { t } = useTranslation('errors')
  const client = useQueryClient()
  const toast = useToast()
  const leaving = useMutation({
    mutationFn: ({ participantId, isLeftOut }: Voter) => leaveOutOfVote(boardId, roundId, participantId, !isLeftOut),
    onError: (error) => toast({ text: t(problemCode(error)) }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.vote(boardId, roundId) }),
  })
  return {
    leaveOut: (voter: Voter) => leaving.mutate(voter),
    busyId: leaving.isPending ? leaving.variables.participantId : undefined,
  }
}
