import { createShapeId, type TLShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { noteScaleIn } from '#shared/board/note-scale.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { templates } from '#shared/templates/index.ts'
import { templateRecords } from '#shared/templates/template-records.ts'
import { sanitiseContent } from '../files/sanitise-content.ts'
import { readZones } from '../handle/board-content.ts'
import { twoBoards } from '../testing/test-boards.ts'
import { removeAsked } from '../zoning/zone-changes.ts'
import { letGoOfZones } from './guard-zones.ts'

const template = templates[0]

function boardWithZones(role: Role) {
  const pair = twoBoards(template ? templateRecords(template) : [], [role, 'editor'])
  const zone = readZones(pair.a.editor)[0]
  if (!zone) throw new Error('The template has no zones.')
  return { ...pair, zone, count: readZones(pair.a.editor).length }
}

describe('to a participant a zone', () => {
  test('cannot be selected, moved, changed or deleted', () => {
    const { a, zone } = boardWithZones('editor')
    a.editor.select(zone.id)
    a.editor.setErasingShapes([zone.id])
    a.editor.setHoveredShape(zone.id)
    expect(a.editor.getSelectedShapeIds()).toEqual([])
    expect(a.editor.getErasingShapeIds()).toEqual([])
    expect(a.editor.getHoveredShapeId()).toBeNull()
    a.editor.updateShape({ id: zone.id, type: 'zone', x: zone.x + 10, props: { key: 'mine' } })
    a.editor.store.remove([zone.id])
    const inside = a.note({ x: zone.x + 300, y: zone.y + 300 })
    a.editor.deleteShapes([zone.id])
    expect(a.shape(zone.id)).toEqual(zone)
    expect(a.shape(inside).parentId).toBe(zone.id)
  })

  test('is not there to be clicked, and takes in what is made over it', () => {
    const { a, zone } = boardWithZones('editor')
    const inside = { x: zone.x + 300, y: zone.y + 300 }
    expect(a.editor.getShapeAtPoint(inside, { hitInside: true, margin: 8 })).toBeUndefined()
    expect(a.editor.getShapeAtPoint({ x: zone.x, y: zone.y + 300 }, { margin: 8 })).toBeUndefined()
    expect(a.shape(a.note(inside)).parentId).toBe(zone.id)
  })

  test('cannot be copied: what lies in it comes without it', () => {
    const { a, zone, count, exchange } = boardWithZones('editor')
    const id = a.note({ x: zone.x + 300, y: zone.y + 300 })
    const content = a.editor.getContentFromCurrentPage([zone.id])
    if (!content) throw new Error('There is nothing to copy.')
    a.editor.putContentOntoCurrentPage(sanitiseContent(content))
    expect(a.editor.getCurrentPageShapes().filter(({ type }) => type === 'note')).toHaveLength(2)
    a.editor.createShape({ type: 'zone', x: 0, y: -3000 })
    exchange()
    expect(readZones(a.editor)).toHaveLength(count)
    expect([...a.doc.getMap('records').keys()].filter((key) => key.includes('zone')).length).toBe(count)
    expect(a.shape(id).parentId).toBe(zone.id)
  })

  test('lets notes in and out', () => {
    const { a, b, zone, exchange } = boardWithZones('editor')
    const id = a.note({ x: zone.x - 900, y: zone.y })
    expect(a.shape(id).parentId).toBe('page:page')
    const util = a.editor.getShapeUtil(zone)
    const info = {
      initialDraggingOverShapeId: null,
      prevDraggingOverShapeId: null,
      nextDraggingOverShapeId: null,
      initialParentIds: new Map<TLShapeId, TLShapeId>(),
      initialIndices: new Map(),
    }
    util.onDragShapesIn?.(zone, [a.shape(id), ...readZones(a.editor).slice(1, 2)], info)
    exchange()
    for (const person of [a, b]) expect(person.shape(id).parentId).toBe(zone.id)
    expect(readZones(a.editor).every(({ parentId }) => parentId === 'page:page')).toBe(true)
    util.onDragShapesOut?.(zone, [a.shape(id)], info)
    exchange()
    for (const person of [a, b]) expect(person.shape(id).parentId).toBe('page:page')
  })
})

describe('to a facilitator a zone', () => {
  test('can be moved and deleted, and everybody sees it', () => {
    const { a, b, zone, exchange } = boardWithZones('facilitator')
    a.editor.updateShape({ id: zone.id, type: 'zone', x: zone.x + 10 })
    exchange()
    expect(b.shape(zone.id).x).toBe(zone.x + 10)
    a.editor.deleteShapes([zone.id])
    exchange()
    expect(b.editor.getShape(zone.id)).toBeUndefined()
  })

  test('leaves what people wrote in it where it lies when it is deleted', () => {
    const { a, b, zone, exchange } = boardWithZones('facilitator')
    const hers = b.note({ x: zone.x + 300, y: zone.y + 300 })
    const chosen = a.note({ x: zone.x + 700, y: zone.y + 300 })
    const arrow = createShapeId()
    b.editor.createShape({ id: arrow, type: 'arrow', x: zone.x + 600, y: zone.y + 600 })
    b.editor.createBinding({ type: 'arrow', fromId: arrow, toId: hers, props: { terminal: 'end' } })
    exchange()
    const before = a.editor.getShapePageBounds(hers)
    a.editor.deleteShapes([zone.id, chosen])
    exchange()
    for (const { editor } of [a, b]) {
      expect(editor.getShape(zone.id)).toBeUndefined()
      expect(editor.getShape(chosen)).toBeUndefined()
      expect(editor.getShape(hers)).toMatchObject({ parentId: 'page:page' })
      expect(editor.getShapePageBounds(hers)).toEqual(before)
      expect(editor.getBindingsToShape(hers, 'arrow')).toHaveLength(1)
    }
  })

  test('comes back by undo with what was in it, and without what was taken elsewhere meanwhile', () => {
    const { a, b, zone, exchange } = boardWithZones('facilitator')
    const [left, taken] = [b.note({ x: zone.x + 300, y: zone.y + 300 }), b.note({ x: zone.x + 700, y: zone.y + 300 })]
    exchange()
    const before = a.shape(left)
    a.editor.markHistoryStoppingPoint('delete')
    a.editor.deleteShapes([zone.id])
    exchange()
    b.editor.updateShape({ id: taken, type: 'note', x: -2_000, y: -2_000 })
    exchange()
    a.editor.undo()
    exchange()
    for (const person of [a, b]) {
      expect(person.shape(zone.id)).toEqual(zone)
      expect(person.shape(left)).toEqual(before)
      expect(person.shape(taken)).toMatchObject({ x: -2_000, y: -2_000, parentId: 'page:page' })
    }
    a.editor.redo()
    exchange()
    expect(b.editor.getShape(zone.id)).toBeUndefined()
    expect(b.shape(left).parentId).toBe('page:page')
  })

  test('in which something goes on is not deleted unasked, whatever else was chosen with it', () => {
    const { a, b, zone, count, exchange } = boardWithZones('facilitator')
    const [inside, other] = [b.note({ x: zone.x + 300, y: zone.y + 300 }), b.note({ x: -4_000, y: 0 })]
    exchange()
    const { inUse, asked } = a.context.zoning
    inUse.set(new Set([zone.props.key]))
    a.editor.select(zone.id, other)
    a.editor.deleteShapes(a.editor.getSelectedShapeIds())
    expect(new Set(asked.get())).toEqual(new Set([zone.id, other]))
    expect(readZones(a.editor)).toHaveLength(count)
    expect(a.editor.getShape(other)).toBeDefined()
    a.editor.markHistoryStoppingPoint('what was done before')
    removeAsked(a.editor, a.context, asked.get() ?? [])
    exchange()
    expect(b.editor.getShape(zone.id)).toBeUndefined()
    expect(b.editor.getShape(other)).toBeUndefined()
    expect(b.shape(inside).parentId).toBe('page:page')
    a.editor.undo()
    expect(a.shape(other)).toBeDefined()
    expect(a.shape(inside).parentId).toBe(zone.id)
    // The next one is asked about again.
    a.editor.deleteShapes([zone.id])
    expect(a.editor.getShape(zone.id)).toBeDefined()
  })

  test('that is locked stays, with what lies in it', () => {
    const { a, zone } = boardWithZones('facilitator')
    const id = a.note({ x: zone.x + 300, y: zone.y + 300 })
    a.editor.toggleLock([zone.id])
    a.editor.deleteShapes([zone.id])
    expect(a.editor.getShape(zone.id)).toBeDefined()
    expect(a.shape(id).parentId).toBe(zone.id)
  })

  test('is taken hold of by its heading, not by its empty room', () => {
    const { a, zone } = boardWithZones('facilitator')
    const at = (x: number, y: number) =>
      a.editor.getShapeAtPoint({ x: zone.x + x, y: zone.y + y }, { hitInside: true, hitLabels: true, margin: 8 })
    expect(at(200, 80)?.id).toBe(zone.id)
    expect(at(400, 600)).toBeUndefined()
  })

  test('copied is a zone of its own', () => {
    const { a, zone, count } = boardWithZones('facilitator')
    const content = a.editor.getContentFromCurrentPage([zone.id])
    if (!content) throw new Error('There is nothing to copy.')
    a.editor.putContentOntoCurrentPage(content)
    const zones = readZones(a.editor)
    expect(zones).toHaveLength(count + 1)
    expect(new Set(zones.map(({ props }) => props.key)).size).toBe(count + 1)
    expect(zones[count]?.props.order).toBe(count + 1)
  })

  test('is let go when she is no facilitator any more', () => {
    const { a, zone } = boardWithZones('facilitator')
    a.editor.select(zone.id)
    a.context.role.set('editor')
    letGoOfZones(a.editor)
    expect(a.editor.getSelectedShapeIds()).toEqual([])
  })
})

test('new notes say who made them and can be read from the back of a room', () => {
  const { a, zone } = boardWithZones('editor')
  const outside = a.note({ x: zone.x - 3_000, y: zone.y - 3_000 })
  expect(a.shape(outside)).toMatchObject({ meta: { by: 'participant-a' }, props: { scale: 1.25 } })
  const within = a.note({ x: zone.x + 300, y: zone.y + 300 })
  const scale = noteScaleIn(zone.props)
  expect(a.shape(within)).toMatchObject({ parentId: zone.id, meta: { by: 'participant-a' }, props: { scale } })
  expect(scale).not.toBe(1.25)
})
