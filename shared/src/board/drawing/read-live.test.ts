import { expect, test } from 'vitest'
import { sampleZone } from '../../testing/sample-zone.ts'
import { valueNameOf } from '../note-values.ts'
import { planZone } from './plan-zone.ts'
import { type NoteInZone, readLive } from './read-live.ts'
import { sayLive } from './say-live.ts'

const size = { w: 3_360, h: 2_160 }
const table = sampleZone('table', size)
const wheel = sampleZone('wheel', size)
const journey = sampleZone('journey', size)

function noteIn(zone: typeof table, column: number, row: number, feeling?: number): NoteInZone {
  const cell = planZone(zone).cells.find((each) => each.column === column && each.row === row)
  if (!cell) throw new Error('no such cell')
  const { x, y, w, h } = cell.box
  const meta = feeling === undefined ? {} : { [valueNameOf('feeling')]: feeling }
  return { box: { x: x + w / 2 - 100, y: y + h / 2 - 100, w: 200, h: 200 }, meta }
}

test('several notes of one person count once in a row, and a note outside of all cells nowhere', () => {
  const outside = { box: { x: 0, y: 0, w: 10, h: 10 } }
  const notes = [noteIn(table, 0, 0), noteIn(table, 0, 0), noteIn(table, 3, 0), noteIn(table, 1, 4), outside]
  const live = readLive(table, notes)
  expect(live).toEqual({ counts: [2, 0, 0, 0, 1] })
  expect(planZone(table, live).labels.map(({ text }) => text.ar)).toContain('2 من 5')
  expect(sayLive(table, live)[0]).toEqual({ en: 'Keep satisfied: 2 of 5', ar: 'أبقِهم راضين: 2 من 5' })
})

test('a table that is not asked to count keeps its room for notes and says nothing', () => {
  const { counts: _, ...silent } = table
  expect(readLive(silent, [noteIn(table, 0, 0)])).toEqual({})
  expect(planZone(silent).notes.w).toBeGreaterThan(planZone(table).notes.w)
  expect(sayLive(silent, {})).toEqual([])
})

test('a curve goes through the mean of each stage of which somebody said something, in its row alone', () => {
  const notes = [
    noteIn(journey, 0, 1, 2),
    noteIn(journey, 0, 1, -1),
    noteIn(journey, 2, 1, -2),
    noteIn(journey, 3, 1),
    noteIn(journey, 4, 2, 2),
    noteIn(journey, 1, 1, 7),
  ]
  const live = readLive(journey, notes)
  expect(live).toEqual({ means: [0.5, undefined, -2, undefined, undefined] })
  const looks = planZone(journey, live).marks.map(({ look }) => look)
  expect(looks.filter((look) => look === 'dot')).toHaveLength(2)
  expect(looks.filter((look) => look === 'curve')).toHaveLength(1)
  expect(sayLive(journey, live).map(({ en }) => en)).toEqual(['Feeling, Keep satisfied: +0.5', 'Feeling, Monitor: -2'])
})

test('what notes say moves no cell', () => {
  const boxes = (zone: typeof table, notes: NoteInZone[]) =>
    planZone(zone, readLive(zone, notes)).cells.map(({ box }) => box)
  expect(boxes(table, [noteIn(table, 0, 0)])).toEqual(boxes(table, []))
  expect(boxes(journey, [noteIn(journey, 0, 1, 2)])).toEqual(boxes(journey, []))
})

test('a slice of a wheel is filled as far as its notes say that it stands', () => {
  const rated = (slice: number, rating?: string): NoteInZone => {
    const { box } = planZone(wheel).cells[slice] ?? { box: { x: 0, y: 0, w: 0, h: 0 } }
    const meta = rating === undefined ? {} : { [valueNameOf('rating')]: rating }
    return { box: { x: box.x + box.w / 2 - 100, y: box.y + box.h / 2 - 100, w: 200, h: 200 }, meta }
  }
  const outside = { ...rated(0, 'red'), box: { x: 0, y: 0, w: 9, h: 9 } }
  const live = readLive(wheel, [rated(0, 'green'), rated(0, 'yellow'), rated(2, 'red'), rated(3), outside])
  expect(live).toEqual({ standings: [0.75, undefined, 0, undefined, undefined] })
  const filled = planZone(wheel, live).marks.filter(({ look }) => look === 'filled')
  expect(filled).toHaveLength(2)
  expect(sayLive(wheel, live).map(({ en }) => en)).toEqual(['Rating, Keep satisfied: 75%', 'Rating, Monitor: 0%'])
})
