import { Box, createShapeId, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { twoBoards } from '../testing/test-boards.ts'
import { mountNearShapes } from './mount-near-shapes.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** So many notes in rows of twenty, seen through a window of 1,000 by 800. */
function boardWithNotes(count: number, zoom = 1) {
  const { a, b } = twoBoards()
  const { editor } = a
  onTestFinished(() => {
    for (const { board } of [a, b]) board.binding.close()
  })
  editor.updateViewportScreenBounds(new Box(0, 0, 1_000, 800))
  const ids = Array.from({ length: count }, () => createShapeId())
  editor.createShapes(ids.map((id, i) => ({ id, type: 'note', x: (i % 20) * 260, y: Math.floor(i / 20) * 260 })))
  editor.setCamera({ x: 0, y: 0, z: zoom }, { immediate: true })
  const near = mountNearShapes(editor)
  const mounted = () => editor.getRenderingShapes().map(({ id }) => id)
  const frame = () => vi.advanceTimersToNextFrame()
  const settle = () => {
    for (let frames = 0; frames < 100; frames += 1) frame()
  }
  return { editor, ids, near, mounted, frame, settle }
}

const inView = (editor: ReturnType<typeof boardWithNotes>['editor'], ids: readonly TLShapeId[]) => {
  const unseen = editor.getNotVisibleShapes()
  return ids.filter((id) => !unseen.has(id))
}

describe('a board of which a part is seen', () => {
  test('has everything in view, and little of what is far away', () => {
    const { editor, ids, mounted, settle } = boardWithNotes(800)
    settle()
    expect(mounted()).toEqual(expect.arrayContaining(inView(editor, ids)))
    expect(mounted().length).toBeLessThan(100)
  })

  test('what is not there yet has a stand-in, so that nothing in view is missing', () => {
    const { editor, ids, near, mounted, frame } = boardWithNotes(800, 0.3)
    const shown = () => [...mounted(), ...near.standingIn.get().map(({ id }) => id)]
    expect(shown()).toEqual(expect.arrayContaining(inView(editor, ids)))
    frame()
    expect(near.standingIn.get().length).toBeGreaterThan(0)
    expect(shown()).toEqual(expect.arrayContaining(inView(editor, ids)))
  })

  test('a new note, and one that comes into view, are there at once', () => {
    const { editor, ids, mounted, settle } = boardWithNotes(800)
    settle()
    const id = createShapeId()
    editor.createShape({ id, type: 'note', x: 100, y: 100 })
    expect(mounted()).toContain(id)
    const last = ids[799]
    if (!last) throw new Error('there is no last note')
    expect(mounted()).not.toContain(last)
    editor.updateShape({ id: last, type: 'note', x: 200, y: 200 })
    expect(mounted()).toContain(last)
  })

  test('follows the view, and lets go of what was left far behind', () => {
    const { editor, ids, mounted, settle } = boardWithNotes(2_000, 0.35)
    settle()
    const before = mounted()
    editor.setCamera({ x: 0, y: -20_000, z: 0.35 }, { immediate: true })
    settle()
    expect(mounted()).toEqual(expect.arrayContaining(inView(editor, ids)))
    editor.setCamera({ x: 0, y: -23_000, z: 1 }, { immediate: true })
    settle()
    expect(before.filter((id) => mounted().includes(id)).length).toBeLessThanOrEqual(300)
  })
})

describe('what lies under the pointer', () => {
  test('is the note on top, wherever it was moved and however it was turned', () => {
    const { editor, ids } = boardWithNotes(100)
    const [first, second, third] = ids
    if (!first || !second || !third) throw new Error('three notes are needed')
    const at = (x: number, y: number) => editor.getShapeAtPoint({ x, y }, { hitInside: true, margin: 4 })?.id
    expect(at(100, 100)).toBe(first)
    expect(at(-3, 100)).toBe(first)
    expect(at(-10, 100)).toBeUndefined()
    editor.updateShape({ id: second, type: 'note', x: 40, y: 40 })
    expect(at(100, 100)).toBe(second)
    expect(at(360, 100)).toBeUndefined()
    editor.updateShape({ id: third, type: 'note', x: -1_000, y: 0, rotation: Math.PI / 4 })
    expect(at(-1_100, 177)).toBe(third)
    expect(at(-1_160, 60)).toBeUndefined()
  })

  test('is looked for among the notes that are near alone', () => {
    const { editor, ids } = boardWithNotes(400)
    const util = editor.getShapeUtil('note')
    const read = vi.spyOn(util, 'getText')
    expect(editor.getShapeAtPoint({ x: 100, y: 100 }, { hitInside: true })?.id).toBe(ids[0])
    expect(read.mock.calls.length).toBeLessThan(3)
  })
})

describe('a large board seen as a whole', () => {
  test('has stand-ins for all its notes, in the order in which they lie on one another', () => {
    const { near, ids, mounted, settle } = boardWithNotes(600, 0.1)
    settle()
    expect(mounted()).toEqual([])
    expect(near.standingIn.get().map(({ id }) => id)).toEqual(ids)
  })

  test('has what somebody selects, erases or writes in itself', () => {
    const { editor, ids, near, mounted, settle } = boardWithNotes(600, 0.1)
    settle()
    const [first, second] = ids
    if (!first || !second) throw new Error('two notes are needed')
    editor.select(first)
    editor.setErasingShapes([second])
    expect(mounted().sort()).toEqual([first, second].sort())
    expect(near.standingIn.get()).toHaveLength(598)
  })

  test('leaves notes in a frame as they are: it cuts them off at its edge', () => {
    const { editor, ids, mounted, settle } = boardWithNotes(600, 0.1)
    const frame = createShapeId()
    editor.createShape({ id: frame, type: 'frame', x: 0, y: 0, props: { w: 600, h: 600 } })
    const [first] = ids
    if (!first) throw new Error('a note is needed')
    editor.reparentShapes([first], frame)
    editor.setCamera({ x: 0, y: 0, z: 0.2 }, { immediate: true })
    settle()
    editor.setCamera({ x: 0, y: 0, z: 0.1 }, { immediate: true })
    settle()
    expect(mounted().sort()).toEqual([first, frame].sort())
  })

  test('gives everything back when it stops', () => {
    const { near, mounted } = boardWithNotes(50)
    near.stop()
    expect(mounted()).toHaveLength(50)
  })
})
