import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import type { BoardLog } from './board-log.ts'
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
  const { snapshot, updates, damaged, lastNumber } = await log.load(boardId)
  let unreadable = 0
  const doc = new Y.Doc()
  const apply = (bytes: Uint8Array) => {
    try {
      Y.decodeUpdate(bytes)
      Y.applyUpdate(doc, bytes)
    } catch (cause) {
      unreadable += 1
      logger.error({ boardId, err: cause }, 'A stored update of a board cannot be read and was passed over.')
    }
  }
  doc.transact(() => {
    if (snapshot) apply(snapshot)
    for (const update of updates) apply(update)
  })
  const lost = damaged + unreadable
  if (lost > 0) {
    logger.error(
      { boardId, damaged, unreadable },
      'A board was loaded from its last good state: stored rows are damaged.',
    )
    if (doc.store.clients.size === 0) {
      doc.destroy()
      throw new BoardUnreadable(`nothing readable is left of board ${boardId}`)
    }
  }
  const rowBytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
  return {
    doc,
    lastNumber,
    rows: updates.length,
    rowBytes,
    storedBytes: rowBytes + (snapshot?.byteLength ?? 0),
    isRecovered: lost > 0,
  }
}

export function readBoardRecords(doc: Y.Doc): readonly BoardRecord[] {
  const records = openBoardRecords(doc)
  const all = records.readAll()
  records.close()
  return all
}
