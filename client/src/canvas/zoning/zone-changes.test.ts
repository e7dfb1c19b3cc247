import type { TLShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import { maxZones } from '#shared/limits.ts'
import { readZones } from '../handle/board-content.ts'
import { dragOn } from '../testing/pointer-on.ts'
import { type TestBoard, twoBoards } from '../testing/test-boards.ts'
import { addZone, changeZone, duplicateZone, makeZone, nameZone, orderZone, removeZone } from './zone-changes.ts'

const box = { x: 0, y: 0, w: 1_600, h: 1_000 }

function emptyBoard(roles: ['facilitator' | 'editor', 'facilitator' | 'editor'] = ['facilitator', 'facilitator']) {
  const pair = twoBoards([], roles)
  for (const { context } of [pair.a, pair.b]) context.zoning.nameOf.set((number) => `Zone ${number}`)
  return pair
}

function made(board: TestBoard, id: TLShapeId | undefined) {
  const zone = readZones(board.editor).find((each) => each.id === id)
  if (!zone) throw new Error('There is no such zone.')
  return zone
}

const headings = ({ editor }: TestBoard) => readZones(editor).map(({ props }) => props.heading.en)

describe('with the tool', () => {
  test('a zone is drawn from corner to corner on an empty board, and called by its number until it is named', () => {
    const { a, b, exchange } = emptyBoard()
    a.editor.setCurrentTool('zone')
    dragOn(a.editor, { x: 100, y: 50 }, { x: 900, y: 700 })
    exchange()
    expect(readZones(b.editor)).toMatchObject([
      { x: 100, y: 50, parentId: 'page:page', props: { w: 800, h: 650, order: 1, heading: { en: 'Zone 1' } } },
    ])
    const [zone] = readZones(a.editor)
    expect(a.context.zoning.namedId.get()).toBe(zone?.id)
    expect(a.editor.getOnlySelectedShapeId()).toBe(zone?.id)
    if (zone) nameZone(a.editor, a.context, zone, '  \u202EIdeas\u0007 ')
    a.editor.undo()
    // Its drawing and its name are one thing that was done.
    expect(readZones(a.editor)).toEqual([])
    a.editor.redo()
    exchange()
    expect(headings(b)).toEqual(['Ideas'])
  })

  test('nothing is drawn over another zone, and that is said', () => {
    const { a } = emptyBoard()
    makeZone(a.editor, a.context, box)
    a.editor.setCurrentTool('zone')
    dragOn(a.editor, { x: 1_200, y: 600 }, { x: 2_600, y: 1_400 })
    expect(readZones(a.editor)).toHaveLength(1)
    expect(a.context.zoning.refused.get()).toEqual({ reason: 'overlap' })
    expect(a.editor.getCurrentToolId()).toBe('zone')
  })

  test('a participant draws none', () => {
    const { a, exchange } = emptyBoard(['editor', 'facilitator'])
    a.editor.setCurrentTool('zone')
    dragOn(a.editor, { x: 100, y: 50 }, { x: 900, y: 700 })
    expect(makeZone(a.editor, a.context, box)).toBeUndefined()
    exchange()
    expect([...a.doc.getMap('records').keys()].some((key) => key.startsWith('shape:'))).toBe(false)
  })
})

test('what lies free where a zone is made is in it from then on, in its place, and out of it again by undo', () => {
  const { a, b, exchange } = emptyBoard()
  const [inside, outside] = [b.note({ x: 300, y: 300 }), b.note({ x: 1_550, y: 300 })]
  exchange()
  const before = a.editor.getShapePageBounds(inside)
  const id = makeZone(a.editor, a.context, { ...box, x: -50 })
  exchange()
  expect(b.shape(inside).parentId).toBe(id)
  expect(b.editor.getShapePageBounds(inside)).toEqual(before)
  expect(b.shape(outside).parentId).toBe('page:page')
  a.editor.undo()
  exchange()
  expect(b.shape(inside).parentId).toBe('page:page')
  expect(b.editor.getShapePageBounds(inside)).toEqual(before)
})

test('notes go along with their zone', () => {
  const { a, b, exchange } = emptyBoard()
  const id = makeZone(a.editor, a.context, box)
  if (!id) throw new Error('no zone')
  exchange()
  const note = b.note({ x: 300, y: 300 })
  exchange()
  a.editor.updateShape({ id, type: 'zone', x: 500 })
  exchange()
  expect(b.shape(id).x).toBe(500)
  expect(b.shape(note)).toMatchObject({ parentId: id, x: 300 })
})

test('zones that are added lie beside one another, are last in the order, and have keys of their own', () => {
  const { a, b, exchange } = emptyBoard()
  addZone(a.editor, a.context)
  exchange()
  // Both at once: neither knows of the other's.
  addZone(a.editor, a.context)
  b.editor.updateInstanceState({})
  addZone(b.editor, b.context)
  exchange()
  const zones = readZones(a.editor)
  expect(zones.map(({ id }) => id)).toEqual(readZones(b.editor).map(({ id }) => id))
  expect(new Set(zones.map(({ props }) => props.key)).size).toBe(3)
  expect(zones.every(({ props }) => /^[a-z][a-z0-9-]{0,39}$/.test(props.key))).toBe(true)
})

describe('the order of zones', () => {
  function three() {
    const pair = emptyBoard()
    for (const name of ['A', 'B', 'C'])
      nameZone(pair.a.editor, pair.a.context, made(pair.a, addZone(pair.a.editor, pair.a.context)), name)
    pair.exchange()
    return pair
  }

  test('is one step for undo, and everybody’s', () => {
    const { a, b, exchange } = three()
    const [, , last] = readZones(a.editor)
    if (last) orderZone(a.editor, last, 0)
    exchange()
    expect(headings(b)).toEqual(['C', 'A', 'B'])
    a.editor.undo()
    exchange()
    expect(headings(b)).toEqual(['A', 'B', 'C'])
  })

  test('is the same for two who change it at once, and can be put right', () => {
    const { a, b, exchange } = three()
    const [first] = readZones(a.editor)
    const [, , last] = readZones(b.editor)
    if (first) orderZone(a.editor, first, 2)
    if (last) orderZone(b.editor, last, 0)
    exchange()
    expect(headings(a)).toEqual(headings(b))
    for (const [to, name] of ['B', 'A', 'C'].entries()) {
      const zone = readZones(b.editor).find(({ props }) => props.heading.en === name)
      if (zone) orderZone(b.editor, zone, to)
    }
    exchange()
    expect(headings(a)).toEqual(['B', 'A', 'C'])
  })
})

test('a copy asks the same, is empty, and lies over nothing', () => {
  const { a } = emptyBoard()
  const zone = made(a, makeZone(a.editor, a.context, box))
  a.note({ x: 300, y: 300 })
  changeZone(a.editor, zone, { prompt: { en: 'Why?' }, background: 'columns', labels: [{ en: 'Yes' }, { en: 'No' }] })
  const copy = made(a, duplicateZone(a.editor, a.context, made(a, zone.id)))
  expect(copy.props).toMatchObject({ prompt: { en: 'Why?' }, labels: [{ en: 'Yes' }, { en: 'No' }], order: 2 })
  expect(copy.props.key).not.toBe(zone.props.key)
  expect(a.editor.getSortedChildIdsForParent(copy.id)).toEqual([])
  expect(copy.x).toBe(1_760)
})

test('another background takes with it what it cannot show, and undo brings it back whole', () => {
  const { a, b, exchange } = emptyBoard()
  const zone = made(a, makeZone(a.editor, a.context, box))
  const axis = { label: { en: 'Effort' }, low: { en: 'low' }, high: { en: 'high' } }
  const labels = ['a', 'b', 'c', 'd'].map((en) => ({ en }))
  changeZone(a.editor, zone, { background: 'quadrants', labels, axes: { x: axis, y: axis } })
  changeZone(a.editor, made(a, zone.id), { background: 'tree' })
  exchange()
  const now = made(b, zone.id).props
  expect(now).toMatchObject({ background: 'tree', labels: labels.slice(0, 3) })
  expect(now.axes).toBeUndefined()
  a.editor.undo()
  exchange()
  expect(made(b, zone.id).props).toMatchObject({ background: 'quadrants', labels, axes: { x: axis } })
})

test('a deleted zone leaves its notes, and comes back with them also after other things were done', () => {
  const { a, b, exchange } = emptyBoard()
  const zone = made(a, makeZone(a.editor, a.context, box))
  exchange()
  const [stays, moves] = [b.note({ x: 300, y: 300 }), b.note({ x: 700, y: 300 })]
  exchange()
  const removed = removeZone(a.editor, a.context, made(a, zone.id))
  expect(removed?.kept).toBe(2)
  exchange()
  b.editor.updateShape({ id: moves, type: 'note', x: 5_000 })
  exchange()
  a.note({ x: -2_000, y: 0 })
  removed?.undo()
  exchange()
  for (const person of [a, b]) {
    expect(made(person, zone.id).props).toEqual(zone.props)
    expect(person.shape(stays)).toMatchObject({ parentId: zone.id, x: 300, y: 300 })
    expect(person.shape(moves)).toMatchObject({ parentId: 'page:page', x: 5_000 })
  }
})

test('there are no more zones than there may be, and that is said', () => {
  const { a } = emptyBoard()
  for (let i = 0; i < maxZones; i += 1) makeZone(a.editor, a.context, { ...box, x: i * 2_000 })
  expect(readZones(a.editor)).toHaveLength(maxZones)
  expect(makeZone(a.editor, a.context, { ...box, y: 5_000 })).toBeUndefined()
  expect(a.context.zoning.refused.get()).toEqual({ reason: 'most' })
})
