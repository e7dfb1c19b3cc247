import { participant } from './facts.ts'
import { program } from './http-client.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { aStep, commanderOf } from './session-facts.ts'
import type { TestServer } from './start-test-server.ts'
import { until } from './until.ts'

export type Writer = Awaited<ReturnType<typeof writerOn>>

/** Somebody on a board, with a line to it and one to what she writes alone. */
export async function writerOn(
  server: TestServer,
  boardId: string,
  role: 'facilitator' | 'editor' | 'viewer' = 'editor',
) {
  const { joined } = await participant(server, boardId, role)
  const url = `${server.url.replace('http', 'ws')}/sync`
  const { token, participantId } = joined
  return {
    token,
    participantId,
    http: program(server, token),
    onBoard: (options: { isExtended?: boolean } = {}) => connectRaw(url, token, { boardId, ...options }),
    alone: ({ isAnonymous = false, isSynced = true } = {}) =>
      connectRaw(url, isAnonymous ? `${token}&anonymous=1` : token, { boardId: `${boardId}/own`, isSynced }),
  }
}

/** Everything that was sent is durable. */
export function allSaved(client: RawClient, count: number): Promise<unknown> {
  return until('the acknowledgement', () => client.saved.some((saved) => saved.count === count))
}

/** A session in which people write alone in a step, and do something else in the next. It has come to the first. */
export async function startAlone(
  server: TestServer,
  boardId: string,
  step: { isAnonymous?: boolean; isKeptToZones?: boolean; zones?: string[] } = {},
) {
  const fay = commanderOf(program(server), boardId)
  await program(server).post(`/api/boards/${boardId}/session`, {})
  await fay.say({ type: 'add_step', step: { ...aStep, ...step, mode: 'private' } as never, afterId: null })
  const { plan } = await fay.now()
  await fay.say({ type: 'add_step', step: { ...aStep, mode: 'open' } as never, afterId: plan.steps[0].id })
  await fay.say({ type: 'start' })
  return fay
}
