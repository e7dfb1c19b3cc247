import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createKeptDocument } from './kept-document.ts'

function snapshotOf(...keys: readonly string[]): Uint8Array {
  const doc = new Y.Doc()
  for (const key of keys) doc.getMap('records').set(key, key)
  return Y.encodeStateAsUpdateV2(doc)
}

const decoded = (snapshot: Uint8Array) => createKeptDocument().open(snapshot)
const keysOf = (doc: Y.Doc) => [...doc.getMap('records').keys()]

test('gives what is kept for the very same bytes, and once: whoever has it may change it', () => {
  const last = createKeptDocument()
  const snapshot = snapshotOf('a')
  const doc = decoded(snapshot)
  last.keep(snapshot, doc)
  expect(last.open(snapshot.slice())).toBe(doc)
  doc.getMap('records').set('b', 'b')
  expect(keysOf(last.open(snapshot))).toEqual(['a'])
})

test('decodes any other bytes, and lets go of what is kept', () => {
  const last = createKeptDocument()
  const snapshot = snapshotOf('a')
  const doc = decoded(snapshot)
  last.keep(snapshot, doc)
  expect(keysOf(last.open(snapshotOf('b')))).toEqual(['b'])
  expect(last.open(snapshot)).not.toBe(doc)
})

test('refuses what is no snapshot, and decodes the next one', () => {
  const last = createKeptDocument()
  const snapshot = snapshotOf('a')
  expect(() => last.open(snapshot.subarray(0, -3))).toThrow()
  expect(keysOf(last.open(snapshot))).toEqual(['a'])
})
