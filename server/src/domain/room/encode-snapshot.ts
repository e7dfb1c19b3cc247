import * as Y from 'yjs'
import { isSame, openBoardRecords } from '#shared/board/board-records.ts'
import { decodeSnapshot } from './replay-board.ts'

export type VerifiedSnapshot = {
  /** One Yjs v2 update, in which a long history of the same keys is almost nothing. */
  readonly bytes: Uint8Array
  /** What reading it back has made; the caller's to keep or to destroy. */
  readonly readBack: Y.Doc
}

/**
 * Encodes everything in the document, what still waits for a predecessor included, and reads it back: a snapshot
 * replaces rows, so nothing is stored that has not been seen to say the same. Takes tens of milliseconds on a large
 * board, and seconds on one with a long history: not for the thread that people's edits go through.
 *
 * @throws {Error} when it does not say the same.
 */
export function encodeVerifiedSnapshot(doc: Y.Doc): VerifiedSnapshot {
  const bytes = Y.encodeStateAsUpdateV2(doc)
  const readBack = decodeSnapshot(bytes)
  try {
    mustSayTheSame(doc, readBack)
    return { bytes, readBack }
  } catch (cause) {
    readBack.destroy()
    throw cause
  }
}

function mustSayTheSame(doc: Y.Doc, copy: Y.Doc): void {
  if (!isSameState(doc, copy)) throw new Error('state vectors differ')
  if (!isSameWaiting(doc, copy)) throw new Error('waiting updates differ')
  const records = openBoardRecords(doc)
  const copied = openBoardRecords(copy)
  try {
    const ids = records.ids()
    if (copied.ids().length !== ids.length) throw new Error('the number of records differs')
    for (const id of ids) if (!isSame(copied.read(id), records.read(id))) throw new Error(`record ${id} differs`)
  } finally {
    records.close()
    copied.close()
  }
}

function isSameState(one: Y.Doc, other: Y.Doc): boolean {
  const [left, right] = [vectorOf(one), vectorOf(other)]
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock)
}

function vectorOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

function isSameWaiting(one: Y.Doc, other: Y.Doc): boolean {
  return (
    isAnythingWaiting(one) === isAnythingWaiting(other) &&
    (one.store.pendingDs === null) === (other.store.pendingDs === null)
  )
}

/** What waits for a predecessor, and has come by another way since, holds nothing any more; Yjs keeps it all the same. */
function isAnythingWaiting(doc: Y.Doc): boolean {
  const waiting = doc.store.pendingStructs
  if (waiting === null) return false
  const { structs } = Y.decodeUpdateV2(Y.diffUpdateV2(waiting.update, Y.encodeStateVector(doc)))
  return structs.some((struct) => !(struct instanceof Y.Skip))
}
