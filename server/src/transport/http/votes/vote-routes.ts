import { DomainError } from '#shared/errors.ts'
import {
  compareVotesQuery,
  openVoteRequest,
  ownVote,
  putDotRequest,
  updateVoterRequest,
  voteComparison,
  voteRound,
  voteRoundView,
} from '#shared/http/votes.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Votes } from '../../../domain/vote/votes.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'

/** Rounds of voting on a board, and the dots that people put. */
export function voteRoutes(ports: {
  votes: Votes
  membership: BoardMembership
  /** Counts what somebody does. @throws {DomainError} `too_many_requests` */
  limitDots: (participantId: string) => void
}): Route[] {
  const { votes, membership, limitDots } = ports
  const tag = 'votes'
  const refusedDots = [
    'vote_not_found',
    'vote_closed',
    'no_such_dot',
    'too_many_requests',
    'store_unavailable',
  ] as const
  return [
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/votes',
      tag,
      summary: 'The rounds of a board, the newest first',
      access: onBoard(membership, 'vote.read'),
      answer: voteRound.array(),
      handle: async ({ params }) => [...(await votes.list(params.id))],
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/votes',
      tag,
      summary: 'Open a round; in a step of mode vote it belongs to that step',
      access: onBoard(membership, 'vote.run'),
      body: openVoteRequest,
      status: 201,
      answer: voteRoundView,
      errors: ['vote_is_open', 'too_many_votes', 'out_of_bounds', 'step_too_long', 'not_a_voter', 'store_unavailable'],
      handle: ({ allowed, body }) => votes.open(allowed, body),
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/votes/:roundId',
      tag,
      summary: 'A round: one’s own dots while it is open, its result once it is closed',
      access: onBoard(membership, 'vote.read'),
      answer: voteRoundView,
      errors: ['vote_not_found'],
      handle: ({ allowed, params }) => votes.view(allowed, params.roundId),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/votes/:roundId/close',
      tag,
      summary: 'Close a round for good, and count it',
      access: onBoard(membership, 'vote.run'),
      answer: voteRoundView,
      errors: ['vote_not_found', 'store_unavailable'],
      handle: ({ allowed, params }) => votes.close(allowed, params.roundId),
    }),
    defineRoute({
      method: 'patch',
      path: '/api/boards/:id/votes/:roundId/voters/:participantId',
      tag,
      summary: 'Leave somebody’s dots out of a round, or take them in again; in a named round also once it is closed',
      access: onBoard(membership, 'vote.run'),
      body: updateVoterRequest,
      answer: voteRoundView,
      errors: ['vote_not_found', 'person_not_found', 'vote_closed', 'vote_is_secret', 'store_unavailable'],
      handle: ({ allowed, params: { roundId, participantId }, body }) =>
        votes.leaveOut(allowed, roundId, { participantId, ...body }),
    }),
    defineRoute({
      method: 'put',
      path: '/api/boards/:id/votes/:roundId/dots/:slot',
      tag,
      summary: 'Put one of one’s dots; the same again is the same. Slots from 2000 on are the Decider’s super-votes',
      access: onBoard(membership, 'vote.cast'),
      body: putDotRequest,
      answer: ownVote,
      errors: [
        ...refusedDots,
        ...(['dot_is_used', 'one_dot_each', 'not_votable', 'outside_vote_zone', 'out_of_bounds'] as const),
        ...(['left_out_of_vote', 'removed_from_board'] as const),
      ],
      async handle({ allowed, params, body: { target, x, y } }) {
        limitDots(allowed.participantId)
        const point = x === undefined || y === undefined ? null : { x, y }
        return votes.putDot(allowed, params.roundId, { slot: readSlot(params.slot), targetId: target, point })
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/boards/:id/votes/:roundId/dots/:slot',
      tag,
      summary: 'Take one of one’s dots back',
      access: onBoard(membership, 'vote.cast'),
      answer: ownVote,
      errors: refusedDots,
      async handle({ allowed, params }) {
        limitDots(allowed.participantId)
        return votes.removeDot(allowed, params.roundId, readSlot(params.slot))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/vote-comparison',
      tag,
      summary: 'Closed rounds side by side',
      access: onBoard(membership, 'vote.read'),
      query: compareVotesQuery,
      answer: voteComparison,
      errors: ['vote_not_found', 'vote_is_open'],
      handle: ({ params, query }) => votes.compare(params.id, query.rounds),
    }),
  ]
}

/** @throws {DomainError} `no_such_dot` */
function readSlot(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new DomainError('no_such_dot')
  return Number(text)
}
