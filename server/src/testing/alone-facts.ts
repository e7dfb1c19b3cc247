import type { BoardRecords } from '#shared/board/board-records.ts'
import { board, participant } from './facts.ts'
import { connectForThisTest } from './for-this-test.ts'
import { program, socketUrl } from './http-client.ts'
import type { RawClient } from './raw-client.ts'
import { aStep, commanderOf } from './session-facts.ts'
import type { TestServer } from './start-test-server.ts'
import { until } from './until.ts'

export type Writer = Awaited<ReturnType<typeof writerOn>>

/** Somebody on a board, with lines to it and to what she writes alone, which end with the test. */
export async function writerOn(
  server: TestServer,
  boardId: string,
  role: 'facilitator' | 'editor' | 'viewer' = 'editor',
) {
  const { joined } = await participant(server, boardId, role)
  const url = socketUrl(server)
  const { token, participantId } = joined
  return {
    token,
    participantId,
    http: program(server, token),
    onBoard: (options: { isExtended?: boolean } = {}) => connectForThisTest(url, token, { boardId, ...options }),
    alone: ({ isAnonymous = false, isSynced = true } = {}) =>
      connectForThisTest(url, isAnonymous ? `${token}&anonymous=1` : token, { boardId: `${boardId}/own`, isSynced }),
  }
}

/** A board of its own on which a facilitator has drawn, with her line and somebody who takes part. */
export async function facilitatedBoard(server: TestServer, draw: (records: BoardRecords) => void) {
  const { id: boardId } = await board(server)
  const fay = await writerOn(server, boardId, 'facilitator')
  const line = await fay.onBoard()
  line.edit(draw)
  await allSaved(line, 1)
  return { boardId, line, ana: await writerOn(server, boardId) }
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
