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
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  doc.transact(() => {
    for (const record of [...rootRecords, ...templateRecords]) records.put(record)
  })
  records.close()
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
