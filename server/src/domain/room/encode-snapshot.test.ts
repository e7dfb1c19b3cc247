import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { note } from '../../testing/board-content.ts'
import { encodeVerifiedSnapshot } from './encode-snapshot.ts'

function docOf(clientId: number, ...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** What the client writes, on top of what it has. */
function writtenBy(clientId: number, ids: readonly string[], ...has: Uint8Array[]): Uint8Array {
  const doc = docOf(clientId, ...has)
  const before = Y.encodeStateVector(doc)
  const records = openBoardRecords(doc)
  for (const id of ids) records.put(note(id, `${id} by ${clientId}`))
  records.close()
  return Y.encodeStateAsUpdate(doc, before)
}

const first = writtenBy(7, ['shape:one'])
const second = writtenBy(5, ['shape:one'], first)

function reopened(snapshot: Uint8Array, ...later: Uint8Array[]) {
  const copy = new Y.Doc()
  Y.applyUpdateV2(copy, snapshot)
  for (const update of later) Y.applyUpdate(copy, update)
  return openBoardRecords(copy)
}

test('keeps what waits for a predecessor, which can still come', () => {
  const { bytes: snapshot } = encodeVerifiedSnapshot(docOf(1, second))
  expect(reopened(snapshot).ids()).toEqual([])
  expect(reopened(snapshot, first).read('shape:one')).toEqual(note('shape:one', 'shape:one by 5'))
})

test('is made although something waits that has come by another way since', () => {
  const doc = docOf(1, second, writtenBy(5, ['shape:two', 'shape:three', 'shape:four']))
  expect(doc.store.pendingStructs).not.toBeNull()
  expect(reopened(encodeVerifiedSnapshot(doc).bytes).ids().toSorted()).toEqual([
    'shape:four',
    'shape:three',
    'shape:two',
  ])
})
