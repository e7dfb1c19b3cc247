import { createShapeId, toRichText } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { shownBoard, twoBoards } from '../testing/test-boards.ts'

/** A note that both have, made by `a`, whose history then begins anew. */
function sharedNote() {
  const pair = twoBoards()
  const id = pair.a.note()
  pair.exchange()
  pair.a.editor.clearHistory()
  return { ...pair, id }
}

describe('undo', () => {
  test("takes back this person's move and leaves the other's colour", () => {
    const { a, b, exchange, id } = sharedNote()
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id, type: 'note', x: 100 })
    exchange()
    b.editor.updateShape({ id, type: 'note', props: { color: 'red' } })
    exchange()
    a.editor.undo()
    exchange()
    for (const person of [a, b]) expect(person.shape(id)).toMatchObject({ x: 0, props: { color: 'red' } })
    a.editor.redo()
    exchange()
    for (const person of [a, b]) expect(person.shape(id)).toMatchObject({ x: 100, props: { color: 'red' } })
  })

  test('squashes its own steps across what came in between', () => {
    const { a, b, exchange, id } = sharedNote()
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id, type: 'note', x: 50 })
    exchange()
    b.editor.updateShape({ id, type: 'note', props: { size: 'xl' } })
    exchange()
    a.editor.updateShape({ id, type: 'note', x: 90, props: { color: 'blue' } })
    exchange()
    a.editor.undo()
    expect(a.shape(id)).toMatchObject({ x: 0, props: { size: 'xl', color: 'yellow' } })
  })

  test("never takes back the other's later move of the same note", () => {
    const { a, b, exchange, id } = sharedNote()
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id, type: 'note', x: 100 })
    exchange()
    b.editor.updateShape({ id, type: 'note', x: 300 })
    exchange()
    a.editor.undo()
    exchange()
    for (const person of [a, b]) expect(person.shape(id).x).toBe(300)
  })

  test('takes a new note away, and redo brings it back as it was', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    a.editor.updateShape({ id, type: 'note', props: { color: 'green' } })
    exchange()
    a.editor.undo()
    exchange()
    expect(b.editor.getShape(id)).toBeUndefined()
    a.editor.redo()
    exchange()
    for (const person of [a, b]) expect(person.shape(id).props).toMatchObject({ color: 'green' })
    expect(shownBoard(b)).toEqual(shownBoard(a))
  })

  test('leaves a new note where it is once somebody else changed it', () => {
    const { a, b, exchange } = twoBoards()
    const id = a.note()
    exchange()
    b.editor.updateShape({ id, type: 'note', props: { richText: toRichText('hello, and more') } })
    exchange()
    a.editor.undo()
    exchange()
    for (const person of [a, b]) {
      expect(person.editor.getShapeUtil('note').getText(person.shape(id))).toBe('hello, and more')
    }
  })

  test('brings back what this person deleted', () => {
    const { a, b, exchange, id } = sharedNote()
    const before = a.shape(id)
    a.editor.markHistoryStoppingPoint('delete')
    a.editor.deleteShapes([id])
    exchange()
    expect(b.editor.getShape(id)).toBeUndefined()
    a.editor.undo()
    exchange()
    for (const person of [a, b]) expect(person.shape(id)).toEqual(before)
  })

  test('brings nothing back that somebody else deleted', () => {
    const { a, b, exchange, id } = sharedNote()
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id, type: 'note', x: 100 })
    exchange()
    b.editor.deleteShapes([id])
    exchange()
    a.editor.undo()
    exchange()
    for (const person of [a, b]) expect(person.editor.getShape(id)).toBeUndefined()
  })

  test('of a move into a frame takes it out again, to where it was', () => {
    const { a, exchange, id } = sharedNote()
    const frame = `${id}f` as typeof id
    a.editor.createShape({ id: frame, type: 'frame', x: 700, y: 300, props: { w: 500, h: 500 } })
    a.editor.markHistoryStoppingPoint('into the frame')
    a.editor.reparentShapes([id], frame)
    exchange()
    a.editor.undo()
    expect(a.shape(id)).toMatchObject({ x: 0, y: 0, parentId: 'page:page' })
  })

  test("of a drag that is broken off leaves the other's colour", () => {
    const { a, b, exchange, id } = sharedNote()
    const mark = a.editor.markHistoryStoppingPoint('drag')
    a.editor.updateShape({ id, type: 'note', x: 40 })
    exchange()
    b.editor.updateShape({ id, type: 'note', props: { color: 'violet' } })
    exchange()
    a.editor.bailToMark(mark)
    expect(a.shape(id)).toMatchObject({ x: 0, props: { color: 'violet' } })
  })

  test('ties no arrow to a note that somebody deleted meanwhile, and leaves its end where it is', () => {
    const { a, b, exchange, id } = sharedNote()
    const arrow = createShapeId()
    b.editor.createShape({ id: arrow, type: 'arrow', x: 900, y: 900, props: { end: { x: 200, y: 100 } } })
    exchange()
    a.editor.markHistoryStoppingPoint('tie')
    a.editor.createBinding({ type: 'arrow', fromId: arrow, toId: id, props: { terminal: 'end' } })
    a.editor.undo()
    exchange()
    const before = b.shape(arrow)
    b.editor.deleteShapes([id])
    exchange()
    a.editor.redo()
    exchange()
    for (const { editor } of [a, b]) {
      expect(editor.getShape(arrow)?.props).toEqual(before.props)
      expect(editor.getBindingsFromShape(arrow, 'arrow')).toEqual([])
    }
  })

  test('leaves two new things that somebody else tied together', () => {
    const { a, b, exchange } = twoBoards()
    a.editor.markHistoryStoppingPoint('make both')
    const [note, arrow] = [createShapeId(), createShapeId()]
    a.editor.createShape({ id: note, type: 'note', x: 0, y: 0 })
    a.editor.createShape({ id: arrow, type: 'arrow', x: 900, y: 900, props: { end: { x: 200, y: 100 } } })
    exchange()
    b.editor.createBinding({ type: 'arrow', fromId: arrow, toId: note, props: { terminal: 'end' } })
    exchange()
    a.editor.undo()
    exchange()
    for (const { editor } of [a, b]) {
      expect(editor.getBindingsFromShape(arrow, 'arrow')).toMatchObject([{ toId: note }])
      expect(editor.getShape(note)).toBeDefined()
    }
  })

  test('takes back no words: a text has an undo of its own', () => {
    const { a, exchange, id } = sharedNote()
    a.editor.markHistoryStoppingPoint('write')
    a.editor.updateShape({ id, type: 'note', props: { richText: toRichText('written') } })
    exchange()
    a.editor.undo()
    expect(a.editor.getShapeUtil('note').getText(a.shape(id))).toBe('written')
  })

  test('can still be redone after somebody else made a page, a note and an arrow', () => {
    const { a, b, exchange, id } = sharedNote()
    a.editor.markHistoryStoppingPoint('move')
    a.editor.updateShape({ id, type: 'note', x: 100 })
    exchange()
    a.editor.undo()
    b.note({ x: 900 })
    b.editor.createShape({ type: 'arrow', x: 10, y: 10 })
    exchange()
    expect(a.editor.getCanRedo()).toBe(true)
    a.editor.redo()
    expect(a.shape(id).x).toBe(100)
  })
})
