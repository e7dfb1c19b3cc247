import type { BoardRecord } from '#shared/board/board-records.ts'
import { type Board, board as boardResponse } from '#shared/http/boards.ts'
import { type Invite, invite as inviteResponse, type Joined, joinResponse } from '#shared/http/invites.ts'
import { type Pilot, pilot as pilotResponse } from '#shared/http/pilots.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { browser, type HttpClient, program, type Reachable } from './http-client.ts'

/** What tests begin from, made through the same routes that people use. */
export async function pilot(server: Reachable, fields: Record<string, unknown> = {}): Promise<Pilot> {
  const { body } = await program(server).post('/api/pilots', { title: 'Smart islands', ...fields })
  return pilotResponse.parse(body)
}

export async function board(server: Reachable, fields: Record<string, unknown> = {}): Promise<Board> {
  const { id } = await pilot(server)
  const { body } = await program(server).post(`/api/pilots/${id}/boards`, { title: 'Café', ...fields })
  return boardResponse.parse(body)
}

/** What is on the board, as whoever may see it reads it. */
export async function recordsOf(server: Reachable, boardId: string): Promise<BoardRecord[]> {
  const { body } = await program(server).get(`/api/boards/${boardId}/records`)
  return body.records
}

export async function invite(
  server: Reachable,
  boardId: string,
  fields: Record<string, unknown> = {},
): Promise<Invite> {
  const { body } = await program(server).post(`/api/boards/${boardId}/invites`, { role: 'editor', ...fields })
  return inviteResponse.parse(body)
}

/** A device on which somebody has joined the board. */
export async function participant(
  server: Reachable,
  boardId: string,
  role: Role = 'editor',
  said: { standsFor?: number } = {},
): Promise<{ device: HttpClient; joined: Joined }> {
  const { code } = await invite(server, boardId, { role })
  const device = browser(server)
  const { body } = await device.post('/api/join', { code, name: 'Sela', country: 'TO', ...said })
  return { device, joined: joinResponse.parse(body) }
}

export const password = 'correct horse battery'

/** A browser in which somebody has signed in. */
export async function account(
  server: Reachable,
  role: 'administrator' | 'facilitator' = 'facilitator',
  email = `${role}-${Math.random().toString(36).slice(2)}@example.org`,
): Promise<{ browser: HttpClient; id: string; email: string }> {
  const issued = await program(server).post('/api/accounts/invitations', { role })
  const own = browser(server)
  const { body } = await own.post(linkPath(issued.body.url), { name: 'Ana', email, password })
  return { browser: own, id: body.id, email }
}

/** The route of a one-time link's page. */
export function linkPath(url: string): string {
  return `/api/account-links/${new URL(url).pathname.split('/').at(-1)}`
}
