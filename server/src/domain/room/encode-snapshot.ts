import * as Y from 'yjs'
import { isSame, openBoardRecords } from '#shared/board/board-records.ts'

/**
 * Encodes everything in the document, what still waits for a predecessor included, and reads it back: a snapshot
 * replaces rows, so nothing is stored that has not been seen to say the same. Takes tens of milliseconds on a large
 * board: not for the thread that people's edits go through.
 *
 * @returns one Yjs v2 update, in which a long history of the same keys is almost nothing.
 * @throws {Error} when it does not say the same.
 */
export function encodeVerifiedSnapshot(doc: Y.Doc): Uint8Array {
  const state = Y.encodeStateAsUpdateV2(doc)
  const copy = new Y.Doc()
  const records = openBoardRecords(doc)
  const copied = openBoardRecords(copy)
  try {
    Y.applyUpdateV2(copy, state)
    if (!isSameState(doc, copy)) throw new Error('state vectors differ')
    if (!isSameWaiting(doc, copy)) throw new Error('waiting updates differ')
    const ids = records.ids()
    if (copied.ids().length !== ids.length) throw new Error('the number of records differs')
    for (const id of ids) if (!isSame(copied.read(id), records.read(id))) throw new Error(`record ${id} differs`)
    return state
  } finally {
    records.close()
    copied.close()
    copy.destroy()
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
