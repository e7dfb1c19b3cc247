import type { TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { owner, scale } from '#shared/board/testing/fields.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { readZones } from '../handle/board-content.ts'
import { pointerOn } from '../testing/pointer-on.ts'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'
import { setValues } from './set-values.ts'

const axis = { label: { en: 'Power' }, low: { en: 'low' }, high: { en: 'high' } }
const quadrants = {
  ...{ w: 3_360, h: 1_000 },
  background: 'quadrants',
  labels: ['Keep satisfied', 'Work closely', 'Monitor', 'Keep informed'].map((en) => ({ en })),
  axes: { x: axis, y: axis },
  fields: [scale({ axis: 'y' }), scale({ key: 'interest', axis: 'x' }), owner],
}

function plottedBoards() {
  const template = templates[0]
  const [zoneRecord, ...rest] = template ? templateRecords(template) : []
  if (!zoneRecord) throw new Error('The template has no zones.')
  const plotted = { ...zoneRecord, props: { ...zoneRecord.props, ...quadrants } }
  const pair = twoBoards([plotted, ...rest])
  const [zone, other] = readZones(pair.a.editor)
  const plot = zone && planOf(zone.props).plot
  if (!zone || !other || !plot) throw new Error('There is nothing to plot on.')
  return { ...pair, zone, other, plot }
}

/** With its middle at these parts of the plot, from the left and from below. */
function at({ editor }: TestBoard, id: TLShapeId, plot: { x: number; y: number; w: number; h: number }) {
  return (across: number, up: number) => {
    const { w, h } = editor.getShapeGeometry(id).bounds
    return { x: plot.x + across * plot.w - w / 2, y: plot.y + (1 - up) * plot.h - h / 2 }
  }
}

test('who drags a note between the axes sets both of its values, and one undo takes all of it back', () => {
  const { a, b, zone, other, plot, exchange } = plottedBoards()
  const { editor } = a
  const origin = editor.getShapePageBounds(zone)
  if (!origin) throw new Error('The zone has no place.')
  const id = a.note({ parentId: other.id, x: 300, y: 400 })
  const before = a.shape(id)
  const target = at(a, id, plot)(0.75, 0.35)
  const from = editor.getShapePageBounds(id)?.center
  if (!from) throw new Error('The note has no place.')
  const half = editor.getShapeGeometry(id).bounds.w / 2
  const to = { x: origin.x + target.x + half, y: origin.y + target.y + half }
  const pointer = pointerOn(editor)
  editor.setCurrentTool('select').zoomToFit({ immediate: true })
  editor.select(id)
  pointer('pointer_down', from)
  pointer('pointer_move', { x: from.x + 200, y: from.y })
  pointer('pointer_move', to)
  pointer('pointer_up', to)
  expect(a.shape(id).meta).toMatchObject({ value_interest: 8, value_power: 3 })
  exchange()
  expect(b.shape(id).meta).toMatchObject({ value_interest: 8, value_power: 3 })
  editor.undo()
  expect(a.shape(id)).toMatchObject({ x: before.x, y: before.y, parentId: before.parentId })
  expect(a.shape(id).meta).toEqual(before.meta)
})

test('who moves a note along one axis changes the value of that axis', () => {
  const { a, zone, plot } = plottedBoards()
  const id = a.note({ parentId: zone.id, x: 0, y: 0 })
  const place = at(a, id, plot)
  a.editor.updateShape({ id, type: 'note', ...place(0.11, 0.99) })
  expect(a.shape(id).meta).toMatchObject({ value_interest: 2, value_power: 10 })
  a.editor.updateShape({ id, type: 'note', y: place(0.11, 0.5).y - 1 })
  expect(a.shape(id).meta).toMatchObject({ value_interest: 2, value_power: 6 })
})

test('who sets a value moves the note along its axis, in one step', () => {
  const { a, zone, plot } = plottedBoards()
  const id = a.note({ parentId: zone.id, x: plot.x, y: plot.y })
  const { x, y } = a.shape(id)
  setValues(a.editor, [id], { power: 1 })
  expect(a.shape(id).x).toBe(x)
  // On the lowest step the note still lies on the plot.
  expect(a.shape(id).y).toBeCloseTo(at(a, id, plot)(0, plot.edge / plot.h).y)
  expect(a.shape(id).y + a.editor.getShapeGeometry(id).bounds.h).toBeLessThanOrEqual(plot.y + plot.h)
  expect(a.shape(id).meta).toEqual({ by: 'participant-a', value_power: 1 })
  a.editor.undo()
  expect(a.shape(id)).toMatchObject({ x, y, meta: { by: 'participant-a' } })
  setValues(a.editor, [id], { owner: 'Ana' })
  expect(a.shape(id)).toMatchObject({ x, y })
})

test('beside the plot, and in another zone, a note keeps the values that it has', () => {
  const { a, zone, other, plot } = plottedBoards()
  const id = a.note({ parentId: zone.id, x: 0, y: 0 })
  expect(a.shape(id).meta).toEqual({ by: 'participant-a' })
  a.editor.updateShape({ id, type: 'note', ...at(a, id, plot)(0.5, 0.5) })
  const { meta } = a.shape(id)
  a.editor.updateShape({ id, type: 'note', x: plot.x, y: -100 })
  a.editor.reparentShapes([id], other.id)
  a.editor.updateShape({ id, type: 'note', x: 400, y: 400 })
  expect(a.shape(id).meta).toEqual(meta)
})

test('what somebody else moves is hers to say', () => {
  const { a, b, zone, plot, exchange } = plottedBoards()
  const id = a.note({ parentId: zone.id, x: 0, y: 0 })
  exchange()
  b.editor.updateShape({ id, type: 'note', ...at(b, id, plot)(0.95, 0.95) })
  exchange()
  for (const board of [a, b]) expect(board.shape(id).meta).toMatchObject({ value_interest: 10, value_power: 10 })
  a.editor.undo()
  exchange()
  expect(b.shape(id).meta).toMatchObject({ value_interest: 10, value_power: 10 })
})
