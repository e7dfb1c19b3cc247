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
 *
 * @param open - gives the document of a snapshot, or throws
 */
export async function replayBoard(
  boardId: string,
  load: BoardLog['load'],
  open: (snapshot: Uint8Array) => Y.Doc = decodeSnapshot,
): Promise<ReplayedBoard> {
  const damaged: Damage[] = []
  const causes: unknown[] = []
  let doc: Y.Doc | undefined
  let stored = await load(boardId)
  while (stored.snapshot) {
    const { coversUpTo, bytes } = stored.snapshot
    try {
      doc = open(bytes)
      break
    } catch (cause) {
      causes.push(cause)
      damaged.push({ kind: 'snapshot', coversUpTo })
      stored = await load(boardId, coversUpTo)
    }
  }
  const replayed = doc ?? new Y.Doc()
  for (let from = 0; from < stored.updates.length; from += rowsAtOnce) {
    replayed.transact(() => {
      for (const { number, bytes } of stored.updates.slice(from, from + rowsAtOnce)) {
        try {
          Y.decodeUpdate(bytes)
          Y.applyUpdate(replayed, bytes)
        } catch (cause) {
          causes.push(cause)
          damaged.push({ kind: 'update', number })
        }
      }
    })
  }
  return { doc: replayed, stored, damaged: [...stored.damaged, ...damaged], causes }
}

/** @throws {Error} for bytes that are no Yjs v2 update: a document that got some of them is of no use to anybody. */
export function decodeSnapshot(snapshot: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  try {
    Y.applyUpdateV2(doc, snapshot)
    return doc
  } catch (cause) {
    doc.destroy()
    throw cause
  }
}
