import type { TLShapeId } from 'tldraw'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { findRecordFault } from '#shared/board/record-schema.ts'
import { innovationCafeHybrid } from '#shared/templates/cafe/innovation-cafe-hybrid.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import type { SeededRandom } from '#shared/testing/seeded-random.ts'
import { openTestBoard, shownBoard, type TestBoard } from '../testing/test-boards.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { actAtRandom } from './fuzz-actions.ts'
import { expectSoundArrows, expectUsable, type FuzzOptions, seedEverything, stopSeeding } from './fuzz-canvas.ts'
import { createFuzzRelay } from './fuzz-relay.ts'

type Writer = TestBoard & { layer: Y.Doc; detach: () => void }

/**
 * Lets people do this and that on one board, alone and together, over lines that are slow and break, while now and then
 * somebody's layer is revealed, by name or without. What was not revealed is in nobody else's bytes, and all see one board.
 */
export function fuzzAlone({ seed, steps }: FuzzOptions): void {
  const random = seedEverything(seed)
  const first = encodeNewBoard(templateRecords(innovationCafeHybrid))
  const people = Array.from({ length: 3 }, (_, i): Writer => {
    const doc = new Y.Doc()
    doc.clientID = i + 1
    Y.applyUpdate(doc, first)
    const person = openTestBoard(doc, 'editor', `participant-${i}`)
    const layer = new Y.Doc()
    return { ...person, layer, detach: person.board.binding.attachLayer(layer) }
  })
  const relay = createFuzzRelay(people, first, random)
  try {
    for (let step = 0; step < steps; step += 1) {
      const person = random.pick(people)
      const dice = random.below(100)
      if (dice < 8) person.editor.undo()
      else if (dice < 12) person.editor.redo()
      else if (dice < 15) relay.breakLine()
      else if (dice < 20) relay.mendLine()
      else if (dice < 25) for (const { board } of people) board.binding.homes.writeAlone(pickWriting(random))
      else if (dice < 29) reveal(person, relay.middle, random)
      else act(person, random)
      relay.deliverSome()
      if (step % 10 !== 9) continue
      relay.settle()
      for (const each of people) expectApart(each, relay.middle)
      expectOneBoard(people)
    }
  } finally {
    for (const { editor, board, detach } of people) {
      detach()
      board.binding.close()
      editor.dispose()
    }
    stopSeeding()
  }
}

function pickWriting(random: SeededRandom) {
  return random.pick(['off', 'new', 'only', 'only'] as const)
}

/** Who may only write alone changes nothing of the board, whatever she does. */
function act(person: Writer, random: SeededRandom): void {
  const { binding } = person.board
  binding.flush()
  const before = Y.encodeStateVector(person.doc)
  actAtRandom(person.editor, random)
  binding.flushOutbound()
  if (binding.homes.writing === 'only') expect(Y.encodeStateVector(person.doc)).toEqual(before)
}

/** As the server does it: in the board first, then the layer begins anew with what is left. */
function reveal(person: Writer, middle: Y.Doc, random: SeededRandom): void {
  person.board.binding.flush()
  const layer = openBoardRecords(person.layer)
  const board = openBoardRecords(middle)
  const all = layer.readAll()
  const isNamed = random.below(2) === 0
  const isTied = (id: string) => all.some(({ fromId, toId }) => fromId === id || toId === id)
  const chosen = all.filter(({ id, typeName }) => typeName === 'shape' && !isTied(id) && random.below(3) > 0)
  const left = all.filter((record) => !chosen.includes(record))
  middle.transact(() => {
    for (const shape of chosen) {
      const id = isNamed ? shape.id : `shape:revealed${random.below(1_000_000_000)}`
      board.put({ ...shape, id, meta: isNamed ? (shape.meta ?? {}) : {} } as BoardRecord)
    }
  })
  layer.close()
  board.close()
  person.detach()
  const fresh = new Y.Doc()
  const records = openBoardRecords(fresh)
  fresh.transact(() => {
    for (const record of left) records.put(record)
  })
  records.close()
  person.layer = fresh
  person.detach = person.board.binding.attachLayer(fresh)
}

/** What is hers is in her layer alone, single shapes in zones or on the page, tied to one another only. */
function expectApart(person: Writer, middle: Y.Doc): void {
  const layer = openBoardRecords(person.layer)
  const board = openBoardRecords(middle)
  const bytes = Buffer.from(Y.encodeStateAsUpdate(middle)).toString('latin1')
  for (const record of layer.readAll()) {
    expect(findRecordFault(record)).toBeUndefined()
    if (board.has(record.id)) continue
    expect(bytes, record.id).not.toContain(record.id)
    if (record.typeName === 'binding') {
      expect([layer.has(String(record.fromId)), layer.has(String(record.toId))]).toEqual([true, true])
    } else if (record.typeName === 'shape') {
      const shown = person.shape(record.id as TLShapeId)
      expect(shown.type).toBe(record.type)
      const parent = person.editor.getShape(record.parentId as TLShapeId)
      expect(record.parentId === person.editor.getCurrentPageId() || isZoneShape(parent), record.id).toBe(true)
    }
  }
  expect(person.board.binding.hiddenCount.get()).toBe(0)
  expectUsable(person)
  expectSoundArrows(person)
  layer.close()
  board.close()
}

/** But for what is their own, and for the order on one's own screen of what lies in one place. */
function expectOneBoard(people: readonly Writer[]): void {
  const [one, ...others] = people.map((person) => {
    const { homes } = person.board.binding
    const everybodys = Object.entries(shownBoard(person)).filter(([id, record]) => {
      const { fromId } = record as BoardRecord
      return homes.of(typeof fromId === 'string' ? fromId : id) === 'board'
    })
    return Object.fromEntries(everybodys.map(([id, record]) => [id, { ...(record as BoardRecord), index: undefined }]))
  })
  for (const other of others) expect(other).toEqual(one)
}
