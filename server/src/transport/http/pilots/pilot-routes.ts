import { z } from 'zod'
import { board, boardState, createBoardRequest } from '#shared/http/boards.ts'
import { createPilotRequest, pilot, updatePilotRequest } from '#shared/http/pilots.ts'
import type { Boards } from '../../../domain/board/boards.ts'
import type { Pilots } from '../../../domain/pilot/pilots.ts'
import type { RoomRegistry } from '../../../domain/room/room-registry.ts'
import { presentBoard } from '../boards/present-board.ts'
import { defineRoute, inPlace, type Route } from '../route.ts'
import { presentPilot } from './present-pilot.ts'

/** Whose account it is has all rights on its boards. */
export const facilitatorInList = { role: 'facilitator', participantId: null } as const

/** Pilots, and the boards of one. `:id` is an id or a slug. */
export function pilotRoutes({
  pilots,
  boards,
  rooms,
}: {
  pilots: Pilots
  boards: Boards
  rooms: RoomRegistry
}): Route[] {
  const tag = 'pilots'
  return [
    defineRoute({
      method: 'get',
      path: '/api/pilots',
      tag,
      summary: 'All pilots, the one changed last first',
      access: inPlace('pilot.list'),
      answer: z.array(pilot),
      handle: async () => (await pilots.list()).map(presentPilot),
    }),
    defineRoute({
      method: 'post',
      path: '/api/pilots',
      tag,
      summary: 'Create a pilot',
      access: inPlace('pilot.create'),
      body: createPilotRequest,
      status: 201,
      answer: pilot,
      handle: async ({ body }) => presentPilot(await pilots.create(body)),
    }),
    defineRoute({
      method: 'get',
      path: '/api/pilots/:id',
      tag,
      summary: 'One pilot',
      access: inPlace('pilot.read'),
      answer: pilot,
      errors: ['pilot_not_found'],
      handle: async ({ params }) => presentPilot(await pilots.find(params.id)),
    }),
    defineRoute({
      method: 'patch',
      path: '/api/pilots/:id',
      tag,
      summary: 'Change a pilot',
      access: inPlace('pilot.update'),
      body: updatePilotRequest,
      answer: pilot,
      errors: ['pilot_not_found'],
      handle: async ({ params, body }) => presentPilot(await pilots.update(params.id, body)),
    }),
    defineRoute({
      method: 'get',
      path: '/api/pilots/:id/boards',
      tag,
      summary: 'The boards of a pilot, the one changed last first',
      access: inPlace('board.list'),
      query: z.object({ state: boardState.default('active') }),
      answer: z.array(board),
      errors: ['pilot_not_found'],
      async handle({ params, query }) {
        const found = await boards.list(params.id, query.state)
        return found.map((one) => presentBoard(one, facilitatorInList, rooms.peopleHere(one.id)))
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/pilots/:id/boards',
      tag,
      summary: 'Create a board, empty or from a template',
      access: inPlace('board.create'),
      body: createBoardRequest,
      status: 201,
      answer: board,
      errors: ['pilot_not_found', 'template_not_found'],
      async handle({ params, body: { title, template = null } }) {
        return presentBoard(await boards.create(params.id, { title, template }), facilitatorInList, 0)
      },
    }),
  ]
}
