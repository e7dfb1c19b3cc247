import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '../board/board-records.ts'
import { firstPageId } from '../board/new-board.ts'
import { createSeededRandom } from '../testing/seeded-random.ts'
import { applyPackedBoard, packBoard } from './pack-board.ts'

function note(id: string, x: number, text: string): BoardRecord {
  return {
    id: `shape:${id}`,
    typeName: 'shape',
    type: 'note',
    ...{ x, y: -x / 3, rotation: 0, index: 'a1', parentId: firstPageId, isLocked: false, opacity: 1, meta: {} },
    props: {
      color: 'yellow',
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  }
}

/** Two people's notes, moved, recoloured and removed. */
function busyBoard(seed: number): Y.Doc {
  const random = createSeededRandom(seed)
  const docs = [new Y.Doc(), new Y.Doc()]
  for (const [i, doc] of docs.entries()) {
    const board = openBoardRecords(doc)
    for (let n = 0; n < 30; n += 1) {
      const made = note(`${i}-${n}`, Math.round(random.next() * 9_000) - 4_500, `Ideen ${n} فكرة 🐢`)
      board.put(made)
      if (n % 3 === 0) board.change(made, { ...made, x: 1.5, props: { ...(made.props as object), color: 'red' } })
      if (n % 7 === 0) board.remove(made.id)
    }
    board.close()
  }
  const [one, other] = docs
  if (!one || !other) throw new Error('two documents were made')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  return one
}

function isEqual(one: Y.Doc, other: Y.Doc): void {
  expect(other.getMap('records').toJSON()).toEqual(one.getMap('records').toJSON())
  expect(Y.decodeStateVector(Y.encodeStateVector(other))).toEqual(Y.decodeStateVector(Y.encodeStateVector(one)))
  // Byte for byte the same history, deletions included.
  expect(Y.equalSnapshots(Y.snapshot(other), Y.snapshot(one))).toBe(true)
}

describe('[SY20] a packed board', () => {
  test.each([1, 2, 3])('is the same when it is unpacked, whatever was done on it (seed %i)', (seed) => {
    const doc = busyBoard(seed)
    const copy = new Y.Doc()
    applyPackedBoard(copy, packBoard(doc), 'server')
    isEqual(doc, copy)
    expect(Object.keys(copy.getMap('records').get('shape:0-1') as object)).toEqual(
      Object.keys(doc.getMap('records').get('shape:0-1') as object),
    )
  })

  test('holds only what the reader lacks, where it says what it has', () => {
    const doc = busyBoard(4)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const board = openBoardRecords(doc)
    board.put(note('later', 7, 'later'))
    board.close()
    const packed = packBoard(doc, Y.encodeStateVector(copy))
    expect(packed.byteLength).toBeLessThan(packBoard(doc).byteLength / 4)
    applyPackedBoard(copy, packed, 'server')
    isEqual(doc, copy)
  })

  test('keeps every value that a document can hold', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('records')
    const values: readonly unknown[] = [
      ...[0, -1, 1.25, 2 ** 40, true, null, undefined, 'text', '', [1, [2]], {}, { a: {} }, [], new Uint8Array([1, 2])],
      { id: 'shape:other', x: 1 },
      { id: true, x: 1 },
      { deep: { deeper: { deepest: { bottom: { pit: [1, { a: undefined }] } } } } },
      { '1': 'one', b: 'two', a: undefined },
    ]
    for (const [i, value] of values.entries()) map.set(`shape:${i}`, value)
    map.set('shape:0', { id: 'shape:0', x: 2 })
    map.set('no record at all', 'shape:1')
    const copy = new Y.Doc()
    applyPackedBoard(copy, packBoard(doc), 'server')
    for (const [key, value] of map) expect(copy.getMap('records').get(key), key).toStrictEqual(value)
    isEqual(doc, copy)
  })

  test('may come as a plain Yjs v2 update as well', () => {
    const doc = busyBoard(5)
    const copy = new Y.Doc()
    applyPackedBoard(copy, Y.encodeStateAsUpdateV2(doc), 'server')
    isEqual(doc, copy)
  })

  test('that is cut short is refused, and leaves no half of it', () => {
    const packed = packBoard(busyBoard(6))
    for (const length of [0, 1, 20, Math.floor(packed.byteLength / 2), packed.byteLength - 1]) {
      expect(() => applyPackedBoard(new Y.Doc(), packed.slice(0, length), 'server')).toThrow()
    }
  })
})
