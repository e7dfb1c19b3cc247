import { useQuery } from '@tanstack/react-query'
import { queryKeys } from '../../api/query-keys.ts'
import { getVote, listVotes } from '../../api/votes.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useVotesPlace } from './votes-context.ts'

/** The rounds of the board, the newest first: asked for again when one is opened, closed or counted anew. */
export function useRounds() {
  const { boardId, news } = useVotesPlace()
  const now = useReadable(news)
  return useQuery({
    queryKey: [...queryKeys.votes(boardId), 'all', now?.open?.id, now?.closed?.id, now?.closed?.revision],
    queryFn: ({ signal }) => listVotes(boardId, signal),
    placeholderData: (before) => before,
  })
}

/** One round with its result; asked for again when it was counted anew. */
export function useRound(roundId: string) {
  const { boardId, news } = useVotesPlace()
  const closed = useReadable(news)?.closed
  const revision = closed?.id === roundId ? closed.revision : undefined
  return useQuery({
    queryKey: [...queryKeys.vote(boardId, roundId), revision],
    queryFn: ({ signal }) => getVote(boardId, roundId, signal),
    placeholderData: (before) => (before?.id === roundId ? before : undefined),
  })
}
