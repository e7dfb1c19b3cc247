import type * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import type { BoardLog } from './board-log.ts'
import { replayBoard } from './replay-board.ts'
import type { RoomLogger } from './room-ports.ts'

export type LoadedDocument = {
  readonly doc: Y.Doc
  readonly lastNumber: number
  /** Size of what the log holds since the last snapshot. */
  readonly rows: number
  readonly rowBytes: number
  readonly storedBytes: number
  /** Part of the log could not be read; what is here is the last good state. */
  readonly isRecovered: boolean
}

/** Nothing readable is left of a board that once had something: better no board than an empty one. */
export class BoardUnreadable extends Error {
  override readonly name = 'BoardUnreadable'
}

/** @throws {BoardUnreadable}, or what the log throws. */
export async function loadBoard(boardId: string, log: BoardLog, logger: RoomLogger): Promise<LoadedDocument> {
  const { doc, stored, damaged, causes } = await replayBoard(boardId, log.load)
  if (damaged.length > 0) {
    logger.error(
      { boardId, damaged: damaged.length, parts: damaged.slice(0, 20), err: causes[0] },
      'A board was loaded from its last good state: what is stored of it is damaged.',
    )
    if (doc.store.clients.size === 0) {
      doc.destroy()
      throw new BoardUnreadable(`nothing readable is left of board ${boardId}`)
    }
  }
  const rowBytes = stored.updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  return {
    doc,
    lastNumber: stored.lastNumber,
    rows: stored.updates.length,
    rowBytes,
    storedBytes: rowBytes + (stored.snapshot?.bytes.byteLength ?? 0),
    isRecovered: damaged.length > 0,
  }
}

export function readBoardRecords(doc: Y.Doc): readonly BoardRecord[] {
  const records = openBoardRecords(doc)
  const all = records.readAll()
  records.close()
  return all
}
