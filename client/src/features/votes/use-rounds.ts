import { queryOptions, useQuery } from '@tanstack/react-query'
import { use } from 'react'
import type { ResultTarget, VotesNews } from '#shared/session/votes/round.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { getVote, listVotes } from '../../api/votes.ts'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import { firstThree } from './after-vote.ts'
import { useVotesPlace, VotesContext } from './votes-context.ts'

/** The rounds of the board, the newest first: asked for again when one is opened, closed or counted anew. */
export function useRounds() {
  const { boardId, news } = useVotesPlace()
  return useQuery(roundsQuery(boardId, useReadable(news)))
}

/** One round with its result; asked for again when it was counted anew. */
export function useRound(roundId: string) {
  const { boardId, news } = useVotesPlace()
  return useQuery(roundQuery(boardId, roundId, useReadable(news)))
}

/**
 * What came first in the last closed vote of a step, or where none is given, of zones. Nothing while there was none, and
 * in a rehearsal.
 */
export function useFirstVoted(stepId: string | undefined, zoneKeys: readonly string[]): readonly ResultTarget[] {
  const place = use(VotesContext)
  const now = useReadableOr(place?.news, noNews)
  const boardId = place?.boardId ?? ''
  const rounds = useQuery({ ...roundsQuery(boardId, now), enabled: place !== undefined })
  const roundId = rounds.data?.find(
    ({ closedAtMs, stepId: of, setup }) =>
      closedAtMs !== null && (stepId === undefined ? setup.zones.some((key) => zoneKeys.includes(key)) : of === stepId),
  )?.id
  const round = useQuery({ ...roundQuery(boardId, roundId ?? '', now), enabled: roundId !== undefined })
  return roundId === undefined ? [] : firstThree(round.data?.result?.targets ?? [])
}

const noNews = constant<VotesNews | undefined>(undefined)

function roundsQuery(boardId: string, now: VotesNews | undefined) {
  return queryOptions({
    queryKey: [...queryKeys.votes(boardId), 'all', now?.open?.id, now?.closed?.id, now?.closed?.revision],
    queryFn: ({ signal }) => listVotes(boardId, signal),
    placeholderData: (before) => before,
  })
}

function roundQuery(boardId: string, roundId: string, now: VotesNews | undefined) {
  const revision = now?.closed?.id === roundId ? now.closed.revision : undefined
  return queryOptions({
    queryKey: [...queryKeys.vote(boardId, roundId), revision],
    queryFn: ({ signal }) => getVote(boardId, roundId, signal),
    placeholderData: (before) => (before?.id === roundId ? before : undefined),
  })
}
