import type { BoardRecords } from '#shared/board/board-records.ts'
import { type Reachable, socketUrl } from './http-client.ts'
import { connectRaw } from './raw-client.ts'
import { until } from './until.ts'

/** Writes on a board as the operator, and waits until it is stored. */
export async function writeOn(server: Reachable, boardId: string, write: (records: BoardRecords) => void) {
  const fay = await connectRaw(socketUrl(server), server.adminToken, { boardId })
  const before = fay.doc.store.clients.size
  fay.edit(write)
  if (fay.doc.store.clients.size > before)
    await until('it to be stored', () => fay.saved.some(({ count }) => count > 0))
  fay.stop()
}
