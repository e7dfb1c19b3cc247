import * as Y from 'yjs'
import { type BoardRecord, isSame, openBoardRecords } from '#shared/board/board-records.ts'

/** A board's log is worth a snapshot from here on. */
const compactAboveRows = 500
const compactAboveBytes = 1024 * 1024
/** When the last person leaves, the next one should not have to wait for a long log. */
const compactOnLeaveAboveRows = 50

export function isWorthSnapshot(log: { readonly rows: number; readonly bytes: number }, isEmptyRoom: boolean): boolean {
  return log.rows >= (isEmptyRoom ? compactOnLeaveAboveRows : compactAboveRows) || log.bytes >= compactAboveBytes
}

/**
 * Makes a snapshot of everything in the document, what still waits for a predecessor included, and reads it back: a
 * snapshot replaces rows, so nothing is stored that has not been seen to say the same.
 *
 * @throws {Error} when it does not.
 */
export function encodeVerifiedSnapshot(doc: Y.Doc, records: readonly BoardRecord[]): Uint8Array {
  const state = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc()
  const copied = openBoardRecords(copy)
  try {
    Y.applyUpdate(copy, state)
    if (!isSameBytes(Y.encodeStateVector(copy), Y.encodeStateVector(doc))) throw new Error('state vectors differ')
    const isPending = doc.store.pendingStructs !== null
    if (isPending !== (copy.store.pendingStructs !== null)) throw new Error('waiting updates differ')
    if (copied.ids().length !== records.length) throw new Error('the number of records differs')
    for (const record of records) {
      if (!isSame(copied.read(record.id), record)) throw new Error(`record ${record.id} differs`)
    }
    return state
  } finally {
    copied.close()
    copy.destroy()
  }
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  // The order of clients in a state vector is that of a Map, which may differ between equal documents.
  const left = Y.decodeStateVector(a)
  const right = Y.decodeStateVector(b)
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock)
}
