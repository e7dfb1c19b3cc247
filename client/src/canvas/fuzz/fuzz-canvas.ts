import type { TLShapeId } from 'tldraw'
import * as tldraw from 'tldraw'
import { expect, vi } from 'vitest'
import * as Y from 'yjs'
import { encodeNewBoard } from '#shared/board/new-board.ts'
import { findRecordFault } from '#shared/board/record-schema.ts'
import { innovationCafeHybrid } from '#shared/templates/cafe/innovation-cafe-hybrid.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { createSeededRandom, type SeededRandom } from '#shared/testing/seeded-random.ts'
import { openTestBoard, shownBoard, type TestBoard } from '../testing/test-boards.ts'
import { actAtRandom } from './fuzz-actions.ts'
import { createFuzzRelay, type FuzzRelay } from './fuzz-relay.ts'
import { differingParts, readParts, watchWrites } from './written-fields.ts'

export type FuzzOptions = {
  readonly seed: number
  readonly steps: number
  /** False for what was found before there were any: with another thing to do, a seed would do other things. */
  readonly hasGroupDrags?: boolean
}

/**
 * Lets three to five people do this and that on one board, over lines that are slow and break, and looks whether the
 * board stays one and sound. The same seed does the same again.
 */
export function fuzzCanvas({ seed, steps, hasGroupDrags = true }: FuzzOptions): void {
  const random = seedEverything(seed)
  const first = encodeNewBoard(templateRecords(innovationCafeHybrid))
  const people = Array.from({ length: 3 + random.below(3) }, (_, i) => {
    const doc = new Y.Doc()
    doc.clientID = i + 1
    Y.applyUpdate(doc, first)
    return openTestBoard(doc, 'editor', `participant-${i}`)
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
      else if (dice < 26 && hasGroupDrags) dragAround(person, relay, random)
      else actAtRandom(person.editor, random)
      relay.deliverSome()
      if (step % 20 === 19) {
        relay.settle()
        expectSound(people, relay.middle)
        expectBothKept(people, relay.settle, random)
      }
    }
    relay.settle()
    expectSound(people, relay.middle)
  } finally {
    for (const { editor, board } of people) {
      board.binding.close()
      editor.dispose()
    }
    stopSeeding()
  }
}

/** Several things move together for some frames, while what others do arrives. */
function dragAround({ editor }: TestBoard, relay: FuzzRelay, random: SeededRandom): void {
  const shapes = editor.getCurrentPageShapes().filter((shape) => !editor.isShapeOrAncestorLocked(shape))
  if (shapes.length === 0) return
  editor.markHistoryStoppingPoint('drag')
  const ids = [...new Set(Array.from({ length: 2 + random.below(8) }, () => random.pick(shapes).id))]
  for (let frame = 2 + random.below(6); frame > 0; frame -= 1) {
    // Some of them may have been deleted by others since.
    const left = ids.filter((id) => editor.getShape(id))
    editor.nudgeShapes(left, { x: random.below(40) - 20, y: random.below(40) - 20 })
    relay.deliverSome()
  }
}

/** Of all that is run here in one process: tldraw remembers when its last frame was. */
let nextStartMs = Date.now()

/** tldraw's ids and places in the order are random, too, and time passes as `deliverSome` says. */
export function seedEverything(seed: number): SeededRandom {
  vi.useFakeTimers({ now: nextStartMs })
  const ids = createSeededRandom(seed + 1_000_000)
  let made = 0
  idsOf(tldraw).mockUniqueId(() => {
    made += 1
    return `${ids.below(1_000_000_000).toString(36)}-${made}`
  })
  vi.spyOn(Math, 'random').mockImplementation(ids.next)
  return createSeededRandom(seed)
}

type Ids = { mockUniqueId(make: () => string): void; restoreUniqueId(): void }

/** Left out of tldraw's published types. */
function idsOf(library: object): Ids {
  if (!hasIds(library)) throw new Error('This version of tldraw makes its ids elsewhere.')
  return library
}

function hasIds(library: object): library is Ids {
  return 'mockUniqueId' in library && 'restoreUniqueId' in library
}

export function stopSeeding(): void {
  // A frame that tldraw asked for and never got would be its last.
  vi.advanceTimersByTime(1_000)
  nextStartMs = Date.now() + 1_000
  vi.useRealTimers()
  idsOf(tldraw).restoreUniqueId()
  vi.mocked(Math.random).mockRestore()
}

function expectSound(people: readonly TestBoard[], middle: Y.Doc): void {
  const [one, ...others] = people
  if (!one) throw new Error('nobody is here')
  const shown = shownBoard(one)
  for (const other of others) expect(shownBoard(other)).toEqual(shown)
  for (const person of people) {
    expect(person.board.binding.hiddenCount.get()).toBe(0)
    expect(Y.encodeStateVector(person.doc)).toEqual(Y.encodeStateVector(middle))
    expectUsable(person)
    expectSoundArrows(person)
  }
  for (const record of one.board.binding.records.readAll()) expect(findRecordFault(record)).toBeUndefined()
}

/** tldraw's own check, which would make and remove records, finds nothing to do. */
export function expectUsable(person: TestBoard): void {
  const before = person.editor.store.serialize('document')
  const { store } = person.editor
  if (!hasCheck(store)) throw new Error('This version of tldraw has another check.')
  store.ensureStoreIsUsable()
  expect(person.editor.store.serialize('document')).toEqual(before)
}

/** Left out of tldraw's published types. */
function hasCheck(store: object): store is { ensureStoreIsUsable(): void } {
  return 'ensureStoreIsUsable' in store
}

export function expectSoundArrows({ editor }: TestBoard): void {
  for (const shape of editor.getCurrentPageShapes()) {
    const terminals = editor.getBindingsFromShape(shape, 'arrow').map((binding) => {
      expect(shape.type).toBe('arrow')
      expect(editor.getShape(binding.toId)).toBeDefined()
      return 'terminal' in binding.props ? binding.props.terminal : undefined
    })
    expect(editor.getShapePageBounds(shape)?.w).toSatisfy(Number.isFinite)
    expect(new Set(terminals).size).toBeLessThanOrEqual(2)
  }
}

/** Two people who change different things of one shape at the same moment both keep them. */
function expectBothKept(people: readonly TestBoard[], settle: () => void, random: SeededRandom): void {
  const [one, other] = people
  if (!one || !other) return
  const shapes = one.editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type === 'note' && !one.editor.isShapeOrAncestorLocked(shape))
  if (shapes.length === 0) return
  const { id, x } = random.pick(shapes)
  const color = random.pick(['grey', 'light-red', 'white'] as const)
  one.editor.updateShape({ id, type: 'note', x: x + 7 })
  other.editor.updateShape({ id, type: 'note', props: { color } })
  settle()
  for (const { editor } of people) expect(editor.getShape(id)).toMatchObject({ x: x + 7, props: { color } })
}

/**
 * The model of undo: on a board that is settled, it changes only what this person wrote last. Who wrote what is read
 * from everybody's document, so it knows nothing of how undo works.
 */
export function fuzzUndo({ seed, steps }: FuzzOptions): void {
  const random = seedEverything(seed)
  const first = encodeNewBoard(templateRecords(innovationCafeHybrid))
  const people = Array.from({ length: 3 }, (_, i) => {
    const doc = new Y.Doc()
    doc.clientID = i + 1
    Y.applyUpdate(doc, first)
    const person = openTestBoard(doc, 'editor', `participant-${i}`)
    return { ...person, writes: watchWrites(doc, person.board.binding.records) }
  })
  const relay = createFuzzRelay(people, first, random)
  const lastWriter = new Map<string, TestBoard>()
  try {
    for (let step = 0; step < steps; step += 1) {
      const person = random.pick(people)
      const dice = random.below(10)
      const before = readParts(person.board.binding.records)
      if (dice < 3) person.editor.undo()
      else if (dice < 4) person.editor.redo()
      else actAtRandom(person.editor, random)
      person.board.binding.flush()
      const isTakingBack = dice < 4
      const written = person.writes.take()
      if (isTakingBack) {
        const changed = differingParts(before, readParts(person.board.binding.records))
        const taken = changed.filter((part) => {
          const writer = lastWriter.get(part)
          return before.has(part) && writer !== undefined && writer !== person && !isConsequence(person, part)
        })
        expect(taken, `step ${step}: taken back from others`).toEqual([])
      }
      for (const part of written) lastWriter.set(part, person)
      relay.settle()
      for (const other of people) other.writes.take()
    }
    expectSound(people, relay.middle)
  } finally {
    for (const { editor, board } of people) {
      board.binding.close()
      editor.dispose()
    }
    stopSeeding()
  }
}

/** An arrow lies where what it is tied to lies, and goes with it from zone to zone. */
function isConsequence({ editor }: TestBoard, part: string): boolean {
  const [id = '', name] = part.split('/')
  return (name === 'at' || name === 'index') && editor.getShape(id as TLShapeId)?.type === 'arrow'
}
