import { describe, expect, test } from 'vitest'
import { valueAt } from '#shared/board/axis-values.ts'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { overlaps } from '#shared/board/box.ts'
import { countNotes } from '#shared/board/count-notes.ts'
import { cellAt } from '#shared/board/drawing/cell-at.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { firstPageId, rootRecords } from '#shared/board/new-board.ts'
import { boxOfNote } from '#shared/board/note-place.ts'
import { findRecordFault } from '#shared/board/record-schema.ts'
import { scale } from '#shared/board/testing/fields.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { binding, note, zone } from '../../testing/board-content.ts'
import { chooseNotes } from './choose-notes.ts'
import { findPlaces } from './find-places.ts'
import { planReveal } from './plan-reveal.ts'
import { boxIn } from './shape-boxes.ts'

const ideas = zone('shape:ideas', { props: { ...zone('shape:ideas').props, w: 2_000, h: 1_500 } })
const board = [...rootRecords, ideas]
const inIdeas = (id: string, at: Partial<BoardRecord> = {}) => note(id, id, { parentId: 'shape:ideas', ...at })
const arrow = (id: string) => ({ ...inIdeas(id), type: 'arrow', props: { start: { x: 0, y: 0 }, end: { x: 9, y: 9 } } })
const bring = (records: readonly BoardRecord[], authorId: string | undefined) => ({
  ...chooseNotes(records, { scope: 'all' }, () => undefined),
  authorId,
})
let ids = 0
const ports = {
  newId: () => {
    ids += 1
    return `new${ids}`
  },
  shuffle: <T>(values: readonly T[]) => values.toReversed(),
}

describe('what is revealed', () => {
  const records = [
    inIdeas('shape:a'),
    inIdeas('shape:b', { parentId: 'shape:wall' }),
    arrow('shape:both'),
    binding('binding:1', 'shape:both', 'shape:a'),
    binding('binding:2', 'shape:both', 'shape:b'),
    arrow('shape:one'),
    binding('binding:3', 'shape:one', 'shape:a'),
  ]
  const keyOf = ({ parentId }: BoardRecord) => String(parentId).slice('shape:'.length)

  test('takes an arrow along with what it is bound to, and leaves it with what stays', () => {
    const { shapes, bindings, kept } = chooseNotes(records, { scope: 'zone', zone: 'ideas' }, keyOf)
    expect(shapes.map(({ id }) => id)).toEqual(['shape:a', 'shape:one'])
    expect(bindings.map(({ id }) => id)).toEqual(['binding:3'])
    expect(kept.map(({ id }) => id)).toEqual(['shape:b', 'shape:both', 'binding:1', 'binding:2'])
  })

  test('counts a drawing of many strokes once, and arrows not at all', () => {
    const stroke = (id: string) => ({ ...inIdeas(id), type: 'draw' })
    expect(countNotes([...records, stroke('shape:s'), stroke('shape:t')], keyOf)).toEqual({ ideas: 2, wall: 1 })
  })
})

describe('revealing on a board', () => {
  test('never gives one id twice, whoever brings it', () => {
    const { records } = planReveal(
      [
        bring([inIdeas('shape:same')], 'ana'),
        bring([inIdeas('shape:same')], 'ben'),
        bring([inIdeas('shape:ideas')], 'eva'),
      ],
      board,
      ports,
    )
    expect(new Set(records.map(({ id }) => id)).size).toBe(3)
    expect(records.map(({ meta }) => meta?.by)).toEqual(['ana', 'ben', 'eva'])
    expect(records.map(({ id }) => id)).not.toContain('shape:ideas')
    for (const record of records) expect(findRecordFault(record)).toBeUndefined()
  })

  test('puts on the page what lay in a zone that has gone, clear of what is there', () => {
    const lost = inIdeas('shape:lost', { parentId: 'shape:gone', x: 10, y: 10 })
    const [shape] = planReveal([bring([lost], 'ana')], board, ports).records
    expect(shape?.parentId).toBe(firstPageId)
    const [box, zoneBox] = [shape && boxIn(shape), boxIn(ideas)]
    expect(box && zoneBox && overlaps(box, zoneBox)).toBe(false)
  })

  test('moves a note and what is drawn on it together', () => {
    const taken = inIdeas('shape:taken', { x: 100, y: 600 })
    const under = inIdeas('shape:under', { x: 100, y: 600 })
    const onIt = { ...inIdeas('shape:on_it', { x: 150, y: 650 }), type: 'geo', props: { w: 40, h: 40 } }
    const moved = new Map(
      planReveal([bring([under, onIt], 'ana')], [...board, taken], ports).records.map((record) => [record.id, record]),
    )
    const [a, b] = [moved.get('shape:under'), moved.get('shape:on_it')]
    expect(Number(b?.x) - Number(a?.x)).toBe(50)
    expect(Number(b?.y) - Number(a?.y)).toBe(50)
    expect(a?.x === 100 && a.y === 600).toBe(false)
  })

  test('keeps nothing of a note without an author but what it shows', () => {
    const told = inIdeas('shape:told', { meta: { by: 'ana', lang: 'to', value_power: 3 }, x: 432, y: 765 })
    const [shape] = planReveal([bring([told], undefined)], board, ports).records
    expect(shape?.meta).toEqual({ value_power: 3 })
    expect(shape?.id).not.toBe('shape:told')
    expect([shape?.x, shape?.y]).not.toEqual([432, 765])
  })
})

test('a sheet that has a number and no name keeps what is on it where it is, and says no more of who it was', () => {
  const sheet = { ...ideas, props: { ...ideas.props, background: 'sheet' } }
  const told = inIdeas('shape:told', { meta: { by: 'ana' }, x: 1_432, y: 765 })
  const [shape] = planReveal([bring([told], undefined)], [...rootRecords, sheet], ports).records
  expect([shape?.x, shape?.y, shape?.meta]).toEqual([1_432, 765, {}])
  expect(shape?.id).not.toBe('shape:told')
})

describe('what a place says', () => {
  const words = (...texts: string[]) => texts.map((en) => ({ en }))
  const axis = { label: { en: 'Power' }, low: { en: 'low' }, high: { en: 'high' } }
  const inZone = (props: object) => ({ ...ideas, props: { ...ideas.props, w: 3_360, h: 2_160, ...props } })
  const reveal = (notes: readonly BoardRecord[], target: BoardRecord, authorId?: string) =>
    planReveal([bring(notes, authorId)], [...rootRecords, target], ports).records
  const manyAt = (x: number, y: number, meta = {}) =>
    Array.from({ length: 40 }, (_, i) => inIdeas(`shape:many-${i}`, { x, y, meta }))

  test('of a note between two axes is what its values say, under a name or none, with room or without', () => {
    const fields = [scale({ axis: 'y' }), scale({ key: 'interest', axis: 'x' })]
    const labels = words('Satisfy', 'Work with', 'Monitor', 'Inform')
    const map = inZone({ background: 'quadrants', labels, axes: { x: axis, y: axis }, fields })
    const { plot } = planZone(map.props as ZoneProps)
    for (const author of ['ana', undefined]) {
      // Here all lie where one of them says that it lies.
      const told = manyAt(300, 400, { value_power: 9, value_interest: 2 })
      const shapes = reveal(told, map, author)
      expect(shapes).toHaveLength(40)
      for (const { x, y } of shapes) {
        const middle = { x: Number(x) + 100, y: Number(y) + 100 }
        const said = plot && fields.map((field) => valueAt({ ...field, axis: field.axis ?? 'x' }, plot, middle))
        expect(said).toEqual([9, 2])
      }
    }
  })

  test('of a note in a column is the column, though nobody knows whose it is', () => {
    const columns = inZone({ background: 'columns', labels: words('Start', 'Stop', 'Continue') })
    const shapes = reveal([...manyAt(2_500, 900), inIdeas('shape:first', { x: 200, y: 900 })], columns)
    const said = shapes.map((shape) => cellAt(columns.props as ZoneProps, boxOfNote(shape))?.words.en)
    expect(said.filter((column) => column === 'Continue')).toHaveLength(40)
    expect(said.filter((column) => column === 'Start')).toHaveLength(1)
    expect(new Set(shapes.map(({ x, y }) => `${x} ${y}`)).size).toBe(41)
  })
})

describe('finding places', () => {
  const room = { x: 0, y: 0, w: 1_000, h: 660 }
  const pieces = (count: number) => Array.from({ length: count }, () => ({ w: 200, h: 200, wanted: undefined }))

  test('fills the room row by row, and fans out what has no room left, inside of it', () => {
    const places = findPlaces(pieces(20), room, [])
    const boxes = places.map(({ x, y }) => ({ x, y, w: 200, h: 200 }))
    const apart = boxes.filter((box, i) => boxes.every((other, j) => i === j || !overlaps(box, other)))
    expect(boxes.slice(0, 12).every((box, i) => boxes.slice(0, i).every((other) => !overlaps(box, other)))).toBe(true)
    expect(apart.length).toBeLessThan(20)
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(20)
    for (const { x, y } of places) expect(x >= 0 && y >= 0 && x + 200 <= 1_000 && y + 200 <= 660).toBe(true)
  })

  test('leaves a piece where it wants to be, unless something lies there', () => {
    const wanted = { x: 400, y: 200 }
    expect(findPlaces([{ w: 200, h: 200, wanted }], room, [])).toEqual([wanted])
    const [moved] = findPlaces([{ w: 200, h: 200, wanted }], room, [{ x: 500, y: 300, w: 10, h: 10 }])
    expect(moved).not.toEqual(wanted)
  })
})
