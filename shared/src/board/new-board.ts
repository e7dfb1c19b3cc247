import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from './board-records.ts'

export const documentRecordId = 'document:document'
export const firstPageId = 'page:page'

/** The two records every board has. The server makes them, once: two clients making them would lose one's. */
export const rootRecords: readonly BoardRecord[] = [
  { id: documentRecordId, typeName: 'document', gridSize: 10, name: '', meta: {} },
  { id: firstPageId, typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
]

/** The first update of a new board's log: the root records and what its template lays out. */
export function encodeNewBoard(templateRecords: readonly BoardRecord[]): Uint8Array {
  return encodeFreshBoard(withRootRecords(templateRecords))
}

/** A template with pages says itself what the first one is called. */
export function withRootRecords(records: readonly BoardRecord[]): BoardRecord[] {
  return [...rootRecords.filter(({ id }) => !records.some((record) => record.id === id)), ...records]
}

/**
 * A document with these records and nothing else: it shares no history with any other.
 *
 * @param taken - client ids that its writer must not have
 */
export function encodeFreshBoard(content: readonly BoardRecord[], taken: ReadonlySet<number> = new Set()): Uint8Array {
  const doc = new Y.Doc()
  takeFreeClientId(doc, taken)
  return encodeWith(doc, content)
}

/**
 * The same, to stand in for what was lost: whatever anybody still holds of that wins over it, deletions included. Of two
 * who wrote a key without knowing of each other, Yjs shows the one with the greater id, and hardly any is as small.
 *
 * @param taken - client ids that its writer must not have
 */
export function encodeStandIn(content: readonly BoardRecord[], taken: ReadonlySet<number>): Uint8Array {
  const doc = new Y.Doc()
  do {
    doc.clientID = 1 + (new Y.Doc().clientID % smallIds)
  } while (taken.has(doc.clientID))
  return encodeWith(doc, content)
}

/** One in 65,536 of the ids that Yjs draws is as small as one of these. */
const smallIds = 65_536

function encodeWith(doc: Y.Doc, content: readonly BoardRecord[]): Uint8Array {
  const records = openBoardRecords(doc)
  doc.transact(() => {
    for (const record of content) records.put(record)
  })
  records.close()
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** Before anything is written. A random id is taken already once in a blue moon. */
export function takeFreeClientId(doc: Y.Doc, taken: ReadonlySet<number>): void {
  while (taken.has(doc.clientID)) doc.clientID = new Y.Doc().clientID
}
