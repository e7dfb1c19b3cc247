import * as Y from 'yjs'
import type { BoardLog, Damage, LoadedBoard } from './board-log.ts'

/** A board's document as the store says it, and what of the store could not be used. */
export type ReplayedBoard = {
  readonly doc: Y.Doc
  readonly stored: LoadedBoard
  readonly damaged: readonly Damage[]
  /** Why parts that passed their checksum could not be read. */
  readonly causes: readonly unknown[]
}

/** Each by itself costs up to three times as much; of very many together, sweeping up what they deleted costs the most. */
const rowsAtOnce = 100

/**
 * Reads a board from its newest sound snapshot and the rows since. A snapshot that cannot be read makes way for the one
 * before it, whose rows are still there; a row that cannot be read is passed over. What of the same client came after
 * that row waits in the document for it, and shows when somebody who has it comes back.
 */
export async function replayBoard(boardId: string, load: BoardLog['load']): Promise<ReplayedBoard> {
  const damaged: Damage[] = []
  const causes: unknown[] = []
  let doc = new Y.Doc()
  let stored = await load(boardId)
  while (stored.snapshot) {
    const { coversUpTo, bytes } = stored.snapshot
    try {
      Y.decodeUpdateV2(bytes)
      Y.applyUpdateV2(doc, bytes)
      break
    } catch (cause) {
      causes.push(cause)
      damaged.push({ kind: 'snapshot', coversUpTo })
      doc.destroy()
      doc = new Y.Doc()
      stored = await load(boardId, coversUpTo)
    }
  }
  for (let from = 0; from < stored.updates.length; from += rowsAtOnce) {
    doc.transact(() => {
      for (const { number, bytes } of stored.updates.slice(from, from + rowsAtOnce)) {
        try {
          Y.decodeUpdate(bytes)
          Y.applyUpdate(doc, bytes)
        } catch (cause) {
          causes.push(cause)
          damaged.push({ kind: 'update', number })
        }
      }
    })
  }
  return { doc, stored, damaged: [...stored.damaged, ...damaged], causes }
}
