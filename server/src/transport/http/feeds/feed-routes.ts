import { z } from 'zod'
import {
  boardZones,
  carried,
  carriedToBoard,
  carryRequest,
  carryUndone,
  continuations,
  copyPlan,
  copyRequest,
  feedContent,
  feedingBoard,
  originBoard,
  undoCarryRequest,
} from '#shared/http/feeds.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Feeds } from '../../../domain/feed/feeds.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'
import { languageOf } from '../send-picture.ts'

/** What goes from board to board within a pilot. `:id` is the board that receives. */
export function feedRoutes(ports: {
  readonly feeds: Feeds
  readonly membership: BoardMembership
  /** @throws {DomainError} `too_many_requests` */
  readonly limitFeeds: (personId: string) => void
}): Route[] {
  const { feeds, membership, limitFeeds } = ports
  const tag = 'feeds'
  const access = onBoard(membership, 'feed.receive')
  const copyErrors = ['other_pilot', 'zone_not_found', 'too_many_shapes', 'too_many_requests'] as const
  return [
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/feeds',
      tag,
      summary: 'The other boards of the pilot that you are on; those that feed this one first',
      access,
      answer: z.array(feedingBoard),
      errors: ['too_many_requests'],
      async handle({ allowed, caller }) {
        limitFeeds(allowed.participantId)
        return feeds.list(allowed, caller)
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/feeds/:from',
      tag,
      summary: 'What can be brought in from another board of the pilot',
      access,
      query: z.object({ lang: z.string().max(35).optional() }),
      answer: feedContent,
      errors: ['other_pilot', 'too_many_requests'],
      async handle({ allowed, caller, params, query, http }) {
        limitFeeds(allowed.participantId)
        return feeds.read(allowed, params.from, caller, languageOf(http, query.lang))
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/feeds/:from/plan',
      tag,
      summary: 'Copies for a zone of this board, as records for the board to put down; nothing is written',
      access,
      body: copyRequest,
      answer: copyPlan,
      errors: copyErrors,
      async handle({ allowed, caller, params, body }) {
        limitFeeds(allowed.participantId)
        const { records, ...counts } = await feeds.plan(allowed, params.from, caller, body)
        return { records: [...records], ...counts }
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/feeds/:from/copies',
      tag,
      summary: 'Carry things of another board of the pilot into a zone of this one, as copies',
      access,
      body: carryRequest,
      status: 201,
      answer: carried,
      errors: [...copyErrors, 'store_unavailable'],
      async handle({ allowed, caller, params, body }) {
        limitFeeds(allowed.participantId)
        return feeds.carry(allowed, params.from, caller, body)
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/feeds/undo',
      tag,
      summary: 'Take away copies from other boards that you have carried here',
      access,
      body: undoCarryRequest,
      answer: carryUndone,
      errors: ['too_many_requests', 'store_unavailable'],
      async handle({ allowed, body }) {
        limitFeeds(allowed.participantId)
        return { count: await feeds.undo(allowed, body.ids) }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/continuations',
      tag,
      summary: 'Where things of this board can go on: boards you may put them on, templates to start one from',
      access,
      query: z.object({ lang: z.string().max(35).optional() }),
      answer: continuations,
      errors: ['too_many_requests'],
      async handle({ allowed, caller, query, http }) {
        limitFeeds(allowed.participantId)
        return feeds.continuations(allowed, caller, languageOf(http, query.lang))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/zones',
      tag,
      summary: 'What the zones of the board are called, in reading order',
      access: onBoard(membership, 'board.read'),
      query: z.object({ lang: z.string().max(35).optional() }),
      answer: boardZones,
      handle: ({ params, query, http }) => feeds.zones(params.id, languageOf(http, query.lang)),
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/origins',
      tag,
      summary: 'The boards that copies on this one came from, as far as you may know of them',
      access: onBoard(membership, 'board.read'),
      answer: z.array(originBoard),
      handle: ({ allowed, caller }) => feeds.origins(allowed, caller),
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/carried-to',
      tag,
      summary: 'The boards on which copies of what lies here are now, of those that you are on',
      access: onBoard(membership, 'board.read'),
      query: z.object({ lang: z.string().max(35).optional() }),
      answer: z.array(carriedToBoard),
      errors: ['too_many_requests'],
      async handle({ allowed, caller, query, http }) {
        limitFeeds(allowed.participantId)
        return feeds.carriedTo(allowed, caller, languageOf(http, query.lang))
      },
    }),
  ]
}
