import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { browser, type HttpClient, program, type Reachable } from './http-client.ts'

/** What tests begin from, made through the same routes that people use. */
export async function pilot(server: Reachable, fields: Record<string, unknown> = {}) {
  return (await program(server).post('/api/pilots', { title: 'Smart islands', ...fields })).body
}

export async function board(server: Reachable, fields: Record<string, unknown> = {}) {
  const { id } = await pilot(server)
  return (await program(server).post(`/api/pilots/${id}/boards`, { title: 'Café', ...fields })).body
}

/** What is on the board, as whoever may see it reads it. */
export async function recordsOf(server: Reachable, boardId: string): Promise<BoardRecord[]> {
  return (await program(server).get(`/api/boards/${boardId}/records`)).body.records
}

export async function invite(server: Reachable, boardId: string, fields: Record<string, unknown> = {}) {
  return (await program(server).post(`/api/boards/${boardId}/invites`, { role: 'editor', ...fields })).body
}

/** A device on which somebody has joined the board. */
export async function participant(
  server: Reachable,
  boardId: string,
  role: Role = 'editor',
  said: { standsFor?: number } = {},
): Promise<{ device: HttpClient; joined: { token: string; participantId: string; role: string } }> {
  const { code } = await invite(server, boardId, { role })
  const device = browser(server)
  const { body } = await device.post('/api/join', { code, name: 'Sela', country: 'TO', ...said })
  return { device, joined: body }
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
