import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import { sendHonest } from '../../testing/honest-updates.ts'
import { writtenUpdate } from '../../testing/written-update.ts'
import { findTie } from './find-tie.ts'
import { readUpdate } from './update-content.ts'

const [one, other] = [
  [1, 0],
  [1, 1],
] as const
const [inOne, inOneToo, inOther] = [
  { values: ['a'], in: one },
  { values: ['a'], in: one },
  { values: ['b'], in: other },
]

/** Two texts by client 1, which are empty, and what somebody has written since. */
function board(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  const records = doc.getMap(recordsMapName)
  for (const key of ['shape:one/text', 'shape:other/text']) records.set(key, new Y.XmlFragment())
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

type Structs = Parameters<typeof writtenUpdate>[0][number]['structs']

function by(client: number, clock: number, ...structs: Structs): Uint8Array {
  return writtenUpdate([{ client, clock, structs }])
}

function tieIn(doc: Y.Doc, update: Uint8Array) {
  return findTie(doc, readUpdate(update).decoded)
}

const between = { values: ['c'], behind: [2, 0], before: [2, 1] } as const
const many = Array.from({ length: 20 }, () => ({ values: ['x'], in: 'shape:x/at' }))

describe('an item between two of which each lies in another text', () => {
  test.each<[string, Y.Doc, Uint8Array]>([
    ['is found where both are there', board(by(2, 0, inOne, inOther)), by(3, 0, between)],
    ['is found where both come with it', board(), by(2, 0, inOne, inOther, between)],
    ['is found where both come with it among many', board(), by(2, 0, inOne, inOther, between, ...many)],
    ['is found where one is there', board(by(2, 0, inOne)), by(2, 1, inOther, between)],
    [
      'is found where a neighbour of theirs says where they lie',
      board(by(2, 0, inOne, inOneToo, inOther)),
      by(3, 0, between, { ...between, behind: [3, 0], before: [2, 2] }),
    ],
    [
      'is found among many where a chain of neighbours says where they lie',
      board(),
      by(2, 0, inOne, inOneToo, inOther, between, { ...between, behind: [2, 3] }, ...many, {
        ...between,
        behind: [2, 4],
        before: [2, 2],
      }),
    ],
    [
      'is found under two keys',
      board(),
      by(2, 0, { values: [1], in: 'shape:x/at' }, { values: [1], in: 'shape:y/at' }, between),
    ],
    ['is found in a text and under a key', board(), by(2, 0, inOne, { values: [1], in: 'shape:x/at' }, between)],
    [
      'is found where one waits',
      board(by(4, 1, inOther)),
      by(3, 0, inOne, { ...between, behind: [3, 0], before: [4, 1] }),
    ],
  ])('%s', (_case, doc, update) => {
    expect(tieIn(doc, update)).toBe('of two')
  })

  test('is found where one text was swept away', () => {
    const doc = board(by(2, 0, inOne, inOther))
    doc.getMap(recordsMapName).delete('shape:other/text')
    expect(tieIn(doc, by(3, 0, between))).toBe('with what is gone')
    expect(tieIn(doc, by(3, 0, inOne, inOther, { ...between, behind: [3, 0], before: [3, 1] }))).toBe(
      'with what is gone',
    )
  })
})

describe('nothing is found', () => {
  test.each<[string, Y.Doc, Uint8Array]>([
    ['where both lie in one text', board(by(2, 0, inOne, inOneToo)), by(3, 0, between)],
    ['where both come with it', board(), by(2, 0, inOne, inOneToo, between)],
    ['where both come with it among many', board(), by(2, 0, inOne, inOneToo, between, ...many)],
    ['where one has not come', board(by(2, 0, inOne)), by(3, 0, between)],
    ['where one comes swept away', board(), by(2, 0, inOne, { swept: 1 }, between)],
    ['of what the board has', board(by(2, 0, inOne, inOther), by(3, 0, between)), by(3, 0, between)],
    [
      'where neighbours lie in a circle',
      board(),
      writtenUpdate([
        { client: 4, clock: 0, structs: [{ values: [1], behind: [5, 0], before: [6, 0] }] },
        { client: 5, clock: 0, structs: [{ values: [1], behind: [4, 0], before: [6, 0] }, ...many] },
      ]),
    ],
  ])('%s', (_case, doc, update) => {
    expect(tieIn(doc, update)).toBeUndefined()
  })

  test('where the text that all lie in was swept away', () => {
    const doc = board(by(2, 0, inOne, inOneToo))
    doc.getMap(recordsMapName).delete('shape:one/text')
    expect(tieIn(doc, by(3, 0, between))).toBeUndefined()
    expect(tieIn(doc, by(3, 0, inOne, { ...between, behind: [3, 0] }))).toBeUndefined()
  })

  test.each([1, 2, 3])(
    'in what people write who hear of one another late, undo, and come back to a board that lost rows (seed %i)',
    (seed) => {
      expect(sendHonest(seed, 300)).toBeGreaterThan(30)
    },
  )
})
