import { board, boardRecordsResponse, updateBoardRequest } from '#shared/http/boards.ts'
import { assertMayOnBoard, type BoardAction } from '../../../domain/access/policy.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Boards } from '../../../domain/board/boards.ts'
import type { RoomRegistry } from '../../../domain/room/room-registry.ts'
import type { BoardPictures } from '../board-pictures.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'
import { languageOf, pictureQuery, sendPicture } from '../send-picture.ts'
import { presentBoard } from './present-board.ts'

/** One board: its name and state, what is on it, its picture. */
export function boardRoutes(ports: {
  boards: Boards
  membership: BoardMembership
  rooms: RoomRegistry
  pictures: BoardPictures
}): Route[] {
  const { boards, membership, rooms, pictures } = ports
  const tag = 'boards'
  return [
    defineRoute({
      method: 'get',
      path: '/api/boards/:id',
      tag,
      summary: 'One board, and the role of who asks on it',
      access: onBoard(membership, 'board.read'),
      answer: board,
      async handle({ params: { id }, allowed }) {
        return presentBoard(await boards.get(id), allowed, rooms.peopleHere(id))
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/api/boards/:id',
      tag,
      summary: 'Rename or archive a board, lock its door',
      access: onBoard(membership, 'board.read'),
      body: updateBoardRequest,
      answer: board,
      async handle({ params: { id }, allowed, body }) {
        for (const action of actionsOf(body)) assertMayOnBoard(allowed, action)
        return presentBoard(await boards.update(id, body), allowed, rooms.peopleHere(id))
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/boards/:id',
      tag,
      summary: 'Delete a board; it can be restored for 30 days, and people on it leave',
      access: onBoard(membership, 'board.delete'),
      handle: ({ params }) => boards.delete(params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/restore',
      tag,
      summary: 'Bring a deleted board back',
      access: onBoard(membership, 'board.restore'),
      answer: board,
      async handle({ params: { id }, allowed }) {
        return presentBoard(await boards.restore(id), allowed, rooms.peopleHere(id))
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/records',
      tag,
      summary: 'What is on the board, as saved: tldraw records',
      access: onBoard(membership, 'board.read'),
      answer: boardRecordsResponse,
      errors: ['board_unreadable'],
      handle: async ({ params }) => ({ records: [...(await rooms.readRecords(params.id))] }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/picture.svg',
      tag,
      summary: 'A picture of the board',
      access: onBoard(membership, 'board.read'),
      query: pictureQuery,
      contentTypes: ['image/svg+xml'],
      errors: ['board_unreadable'],
      async handle({ params, query: { scheme, lang }, http, reply }) {
        const locale = languageOf(http, lang)
        const picture = await pictures(
          {
            id: params.id,
            version: await rooms.versionOf(params.id),
            readRecords: () => rooms.readRecords(params.id),
          },
          { scheme, locale },
        )
        sendPicture(http, reply, picture)
      },
    }),
  ]
}

/** Every field asks for its own right; one that is missing refuses the whole request. An empty change needs none. */
function actionsOf(change: { title?: unknown; isArchived?: unknown; isDoorLocked?: unknown }): BoardAction[] {
  return [
    ...(change.title === undefined ? [] : (['board.rename'] as const)),
    ...(change.isArchived === undefined ? [] : (['board.archive'] as const)),
    ...(change.isDoorLocked === undefined ? [] : (['board.lock-door'] as const)),
  ]
}
