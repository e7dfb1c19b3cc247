import type { z } from 'zod'
import type { openVoteRequest, putDotRequest, VoteComparison, VoteRoundView } from '#shared/http/votes.ts'
import type { OwnVote, VoteRound } from '#shared/session/votes/round.ts'
import { request } from './request.ts'

const votesPath = (boardId: string) => `/api/boards/${boardId}/votes`
const roundPath = (boardId: string, roundId: string) => `${votesPath(boardId)}/${roundId}`

export const listVotes = (boardId: string, signal?: AbortSignal) =>
  request<VoteRound[]>('GET', votesPath(boardId), { signal })
/** Sent again after a lost answer, it needs the same key. */
export const openVote = (boardId: string, body: z.input<typeof openVoteRequest>) =>
  request<VoteRoundView>('POST', votesPath(boardId), { body })
export const getVote = (boardId: string, roundId: string, signal?: AbortSignal) =>
  request<VoteRoundView>('GET', roundPath(boardId, roundId), { signal })
export const closeVote = (boardId: string, roundId: string) =>
  request<VoteRoundView>('POST', `${roundPath(boardId, roundId)}/close`)
export const leaveOutOfVote = (boardId: string, roundId: string, participantId: string, isLeftOut: boolean) =>
  request<VoteRoundView>('PATCH', `${roundPath(boardId, roundId)}/voters/${participantId}`, { body: { isLeftOut } })

/** May be sent again as it is after a lost answer: the same slot on the same target is the same dot. */
export const putDot = (boardId: string, roundId: string, slot: number, body: z.input<typeof putDotRequest>) =>
  request<OwnVote>('PUT', `${roundPath(boardId, roundId)}/dots/${slot}`, { body })
export const removeDot = (boardId: string, roundId: string, slot: number) =>
  request<OwnVote>('DELETE', `${roundPath(boardId, roundId)}/dots/${slot}`)

export const compareVotes = (boardId: string, roundIds: readonly string[], signal?: AbortSignal) =>
  request<VoteComparison>('GET', `/api/boards/${boardId}/vote-comparison?rounds=${roundIds.join(',')}`, { signal })
