import { useQuery } from '@tanstack/react-query'
import type { OpenVote, Voter } from '#shared/session/votes/round.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { getVote } from '../../api/votes.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useSessionPlace } from '../session/index.ts'
import { mergeVoters } from './voters.ts'
import { useVotesPlace } from './votes-context.ts'

/** Everybody who may vote in the open round, as facilitators see them. Asked for again when somebody comes. */
export function useVoters(round: OpenVote): readonly Voter[] {
  const { boardId } = useVotesPlace()
  const people = useReadable(useSessionPlace().people)
  const voterIds = people.filter(({ role }) => role !== 'viewer').map(({ participantId }) => participantId)
  const { data } = useQuery({
    queryKey: [...queryKeys.vote(boardId, round.id), 'voters', voterIds.toSorted().join(' ')],
    queryFn: ({ signal }) => getVote(boardId, round.id, signal),
    placeholderData: (before) => before,
  })
  return mergeVoters(data?.voters ?? [], round.voters ?? [])
}
