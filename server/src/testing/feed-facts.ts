import type { BoardRecord, BoardRecords } from '#shared/board/board-records.ts'
import { program } from './http-client.ts'
import { connectRaw } from './raw-client.ts'
import type { TestServer } from './start-test-server.ts'
import { until } from './until.ts'
import { socketUrl } from './vote-facts.ts'

/** A board of a pilot, with what somebody has written on it. */
export async function boardWith(
  server: TestServer,
  pilotId: string,
  { title = 'A board', template = null }: { title?: string; template?: string | null },
  write: (records: BoardRecords) => void = () => undefined,
): Promise<string> {
  const { body } = await program(server).post(`/api/pilots/${pilotId}/boards`, { title, template })
  await writeOn(server, body.id, write)
  return body.id
}

export async function writeOn(server: TestServer, boardId: string, write: (records: BoardRecords) => void) {
  const fay = await connectRaw(socketUrl(server), server.adminToken, { boardId })
  const before = fay.doc.store.clients.size
  fay.edit(write)
  if (fay.doc.store.clients.size > before)
    await until('it to be stored', () => fay.saved.some(({ count }) => count > 0))
  fay.stop()
}

export async function recordsOf(server: TestServer, boardId: string): Promise<BoardRecord[]> {
  return (await program(server).get(`/api/boards/${boardId}/records`)).body.records
}

/** What lies in a zone. */
export async function heldIn(server: TestServer, boardId: string, zoneKey: string): Promise<BoardRecord[]> {
  return (await recordsOf(server, boardId)).filter(({ parentId }) => parentId === `shape:zone-${zoneKey}`)
}
