import {
  createSessionRequest,
  pastSession,
  sessionCommandRequest,
  sessionResponse,
  sessionSummary,
} from '#shared/http/sessions.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Sessions } from '../../../domain/session/sessions.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'

/** The session of a board: prepared, run by commands, and summed up. */
export function sessionRoutes(ports: {
  sessions: Sessions
  membership: BoardMembership
  limitCommands: (personId: string) => void
}): Route[] {
  const { sessions, membership, limitCommands } = ports
  const tag = 'sessions'
  return [
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/session',
      tag,
      summary: 'Prepare a session on a board, with the steps of its template or none',
      access: onBoard(membership, 'session.create'),
      body: createSessionRequest,
      status: 201,
      answer: sessionResponse,
      errors: ['session_exists', 'text_too_long', 'out_of_bounds'],
      handle: ({ body, allowed }) => sessions.create(allowed, body),
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/session',
      tag,
      summary: 'The session of a board that is not over, as who asks may see it',
      access: onBoard(membership, 'session.read'),
      answer: sessionResponse,
      errors: ['no_session', 'session_damaged'],
      handle: ({ allowed }) => sessions.current(allowed),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/session/commands',
      tag,
      summary: 'Say something to a session: done once, however often it is sent with the same key',
      access: onBoard(membership, 'session.read'),
      body: sessionCommandRequest,
      answer: sessionResponse,
      errors: [
        ...['no_session', 'session_damaged', 'session_stale', 'session_over', 'session_running'],
        ...['session_not_running', 'no_steps', 'no_later_step', 'no_earlier_step', 'step_is_running'],
        ...['unknown_step', 'step_too_long', 'too_many_steps', 'text_too_long', 'out_of_bounds'],
        ...['round_is_over', 'no_seats', 'not_tables', 'unknown_table', 'seated_twice', 'unknown_person'],
        ...['not_a_facilitator', 'too_many_requests', 'store_unavailable'],
      ] as const,
      async handle({ body, allowed }) {
        limitCommands(allowed.participantId)
        return sessions.say(allowed, body)
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/sessions',
      tag,
      summary: 'The sessions of a board that are over, the last one first',
      access: onBoard(membership, 'session.read'),
      answer: pastSession.array(),
      errors: ['session_damaged'],
      handle: async ({ params }) => [...(await sessions.list(params.id))],
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/sessions/:sessionId',
      tag,
      summary: 'What became of a session that is over',
      access: onBoard(membership, 'session.read'),
      answer: sessionSummary,
      errors: ['session_not_found', 'session_damaged'],
      handle: ({ params, allowed }) => sessions.summary(allowed, params.sessionId),
    }),
  ]
}
