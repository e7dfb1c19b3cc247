import {
  boardPerson,
  removedNotes,
  restoredNotes,
  updatePersonRequest,
  updateSelfRequest,
} from '#shared/http/sessions.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Participant } from '../../../domain/participant/participant.ts'
import type { People } from '../../../domain/participant/people.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'

/** People who came to a board by invitation, and what a facilitator does about them. */
export function peopleRoutes({ people, membership }: { people: People; membership: BoardMembership }): Route[] {
  const tag = 'people'
  return [
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/people',
      tag,
      summary: 'Who has joined the board by invitation, those who were sent away among them',
      access: onBoard(membership, 'person.list'),
      answer: boardPerson.array(),
      handle: async ({ params }) => (await people.list(params.id)).map(presentPerson),
    }),
    defineRoute({
      method: 'patch',
      path: '/api/boards/:id/people/:participantId',
      tag,
      summary:
        'Change what somebody is on the board, where she takes part, or how many a table’s device is; let her in again',
      access: onBoard(membership, 'person.update'),
      body: updatePersonRequest,
      answer: boardPerson,
      errors: ['person_not_found', 'vote_is_open'],
      handle: async ({ params, body, allowed }) =>
        presentPerson(await people.update(allowed, params.participantId, body)),
    }),
    defineRoute({
      method: 'patch',
      path: '/api/boards/:id/me',
      tag,
      summary: 'Say where one takes part, or for how many people one’s device stands on its table',
      access: onBoard(membership, 'person.update-self'),
      body: updateSelfRequest,
      answer: boardPerson,
      errors: ['person_not_found', 'vote_is_open'],
      handle: async ({ body, allowed }) => presentPerson(await people.updateSelf(allowed, body)),
    }),
    defineRoute({
      method: 'delete',
      path: '/api/boards/:id/people/:participantId',
      tag,
      summary: 'Send somebody away from the board; her device cannot join again until a facilitator lets it',
      access: onBoard(membership, 'person.remove'),
      errors: ['person_not_found'],
      handle: ({ params, allowed }) => people.remove(allowed, params.participantId),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/people/:participantId/remove-notes',
      tag,
      summary: 'Take everything off the board that somebody has put on it',
      access: onBoard(membership, 'person.remove'),
      answer: removedNotes,
      errors: ['person_not_found', 'store_unavailable', 'not_ready'],
      handle: ({ params, allowed }) => people.removeNotes(allowed, params.participantId),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/removals/:removalId/restore',
      tag,
      summary: 'Put back what was taken off the board, but for what somebody has made anew',
      access: onBoard(membership, 'person.remove'),
      answer: restoredNotes,
      errors: ['removal_not_found', 'store_unavailable', 'not_ready'],
      handle: ({ params, allowed }) => people.restoreNotes(allowed, params.removalId),
    }),
  ]
}

function presentPerson({ id, guestId: _, inviteId: _invite, boardId: _board, ...person }: Participant) {
  return { participantId: id, ...person }
}
