import { createShapeId } from 'tldraw'
import { describe, expect, test, vi } from 'vitest'
import { stepTools } from '#shared/session/modes.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { readZones } from '../handle/board-content.ts'
import { pointerOn } from '../testing/pointer-on.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { type Held, holdToStep } from './hold-to-step.ts'

const template = templates[0]

/** A participant's board, held to the template's first zone from `hold` on. */
function heldBoard() {
  const pair = twoBoards(template ? templateRecords(template) : [])
  const { editor, context } = pair.a
  const [open, closed] = readZones(editor)
  if (!open || !closed) throw new Error('The template has too few zones.')
  const tell = vi.fn<(held: Held) => void>()
  const stop = holdToStep(editor, context, tell)
  const told = () => tell.mock.calls.map(([held]) => held.reason)
  const hold = (tools = stepTools as readonly (typeof stepTools)[number][]) =>
    context.allowance.set({ zones: [open.props.key], tools })
  const inside = (zone: typeof open) => ({ x: zone.x + 300, y: zone.y + 300 })
  const pointer = pointerOn(editor)
  return { ...pair, editor, context, open, closed, told, tell, stop, hold, inside, pointer }
}

describe('held to the zones of the step', () => {
  test('what is made elsewhere goes into the nearest of them, and lies in it', () => {
    const { a, editor, open, closed, told, tell, hold, inside } = heldBoard()
    hold()
    const id = a.note(inside(closed))
    expect(a.shape(id).parentId).toBe(open.id)
    const room = editor.getShapePageBounds(open.id)
    const made = editor.getShapePageBounds(id)
    expect(made && room?.contains(made)).toBe(true)
    expect(told()).toEqual(['moved'])
    expect(tell.mock.lastCall?.[0]).toEqual({ reason: 'moved', zones: [open.props.key] })
    const here = a.note(inside(open))
    expect(a.shape(here).parentId).toBe(open.id)
    expect(told()).toEqual(['moved'])
  })

  test('a note that is made elsewhere with the tool lies in it whole, and is typed in', () => {
    const { editor, open, closed, hold, inside, pointer } = heldBoard()
    hold()
    editor.setCurrentTool('note')
    pointer('pointer_down', inside(closed))
    const [note] = editor.getCurrentPageShapes().filter(({ type }) => type === 'note')
    expect(note?.parentId).toBe(open.id)
    const made = note && editor.getShapePageBounds(note)
    const room = editor.getShapePageBounds(open.id)
    expect(made && room?.contains(made)).toBe(true)
    pointer('pointer_up', inside(closed))
    expect(editor.getEditingShapeId()).toBe(note?.id)
  })

  test('what lies elsewhere can be looked at, not moved, taken along, changed or removed', () => {
    const { a, editor, open, closed, hold, inside } = heldBoard()
    const id = a.note(inside(closed))
    const before = a.shape(id)
    hold()
    expect(editor.isShapeOrAncestorLocked(id)).toBe(true)
    editor.run(() => editor.updateShape({ id, type: 'note', x: 5, props: { color: 'red' } }), { ignoreShapeLock: true })
    editor.run(() => editor.reparentShapes([id], open.id), { ignoreShapeLock: true })
    editor.run(() => editor.deleteShapes([id]), { ignoreShapeLock: true })
    expect(a.shape(id)).toEqual(before)
    editor.selectAll()
    expect(editor.getSelectedShapeIds()).toEqual([])
  })

  test('what lies in one stops at its edge when it is dragged out, and stays in it', () => {
    const { a, editor, open, told, hold, inside } = heldBoard()
    const id = a.note(inside(open))
    hold()
    editor.updateShape({ id, type: 'note', x: -10_000 })
    expect(editor.getShapePageBounds(id)?.minX).toBeCloseTo(open.x)
    editor.reparentShapes([id], editor.getCurrentPageId())
    expect(a.shape(id).parentId).toBe(open.id)
    expect(told()).toContain('elsewhere')
    editor.deleteShapes([id])
    expect(editor.getShape(id)).toBeUndefined()
  })

  test('a drawing does not begin elsewhere, and does inside', () => {
    const { editor, open, closed, told, hold, inside, pointer } = heldBoard()
    hold()
    editor.setCurrentTool('draw')
    const drawings = () => editor.getCurrentPageShapes().filter(({ type }) => type === 'draw')
    pointer('pointer_down', inside(closed))
    pointer('pointer_up', inside(closed))
    expect([drawings().length, told()]).toEqual([0, ['elsewhere']])
    pointer('pointer_down', inside(open))
    pointer('pointer_up', inside(open))
    expect(drawings().map(({ parentId }) => parentId)).toEqual([open.id])
  })
})

test('what the step has no tool for is not made, by whatever way, and reaches nobody', () => {
  const { a, b, editor, open, told, tell, hold, inside, exchange } = heldBoard()
  hold(['note'])
  for (const type of ['image', 'geo', 'text'] as const) {
    const id = createShapeId()
    editor.createShape({ id, type, ...inside(open) })
    expect(editor.getShape(id)).toBeUndefined()
  }
  expect(told()).toEqual(['tool', 'tool'])
  expect(tell.mock.calls[0]?.[0]).toEqual({ reason: 'tool', tool: 'picture' })
  const id = a.note(inside(open))
  exchange()
  expect(b.editor.getCurrentPageShapes().filter((shape) => shape.type !== 'zone')).toHaveLength(1)
  expect(b.editor.getShape(id)).toBeDefined()
})

test('what others write elsewhere comes as it is, and one is free again when the step is over', () => {
  const { a, b, editor, context, closed, hold, inside, exchange, stop } = heldBoard()
  hold(['note'])
  const theirs = b.note(inside(closed))
  exchange()
  expect(a.shape(theirs).parentId).toBe(closed.id)
  context.allowance.set({ zones: undefined, tools: stepTools })
  editor.updateShape({ id: theirs, type: 'note', x: 12 })
  expect(a.shape(theirs).x).toBe(12)
  stop()
  expect(editor.isShapeOrAncestorLocked(theirs)).toBe(false)
})
