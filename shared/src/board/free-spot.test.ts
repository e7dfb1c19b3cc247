import { expect, test } from 'vitest'
import { overlaps } from './box.ts'
import type { Box } from './drawing/plan.ts'
import { freeSpots, spotInFull } from './free-spot.ts'

const square = (side: number) => ({ w: side, h: side })
const firstOf = (...of: Parameters<typeof freeSpots>) => [...freeSpots(...of)][0]

test('a new note takes the first place where it covers nothing', () => {
  const room = { x: 10, y: 20, w: 660, h: 500 }
  const taken = [{ x: 10, y: 20, w: 200, h: 200 }]
  expect(firstOf(room, [], square(200), 'ltr')).toEqual({ x: 10, y: 20 })
  expect(firstOf(room, taken, square(200), 'ltr')).toEqual({ x: 230, y: 20 })
  expect(firstOf(room, [], square(200), 'rtl')).toEqual({ x: 450, y: 20 })
})

test('in a full room notes overlap, but none hides another', () => {
  const room = { x: 0, y: 0, w: 430, h: 200 }
  const full = [
    { x: 0, y: 0, ...square(200) },
    { x: 220, y: 0, ...square(200) },
  ]
  expect([...freeSpots(room, full, square(200), 'ltr')]).toEqual([])
  const next = spotInFull(room, full, square(200))
  const after = spotInFull(room, [...full, { ...next, ...square(200) }], square(200))
  expect(after).not.toEqual(next)
})

test('where places are drawn a note lies in the middle of one, unless it is much smaller', () => {
  const room = { x: 0, y: 100, w: 900, h: 600 }
  const pitch = { w: 300, h: 300 }
  expect(firstOf(room, [], square(250), 'ltr', pitch)).toEqual({ x: 25, y: 125 })
  expect(firstOf(room, [], square(250), 'rtl', pitch)).toEqual({ x: 625, y: 125 })
  expect(firstOf(room, [{ x: 25, y: 125, w: 250, h: 330 }], square(250), 'ltr', pitch)).toEqual({ x: 325, y: 125 })
  expect(firstOf(room, [], square(90), 'ltr', pitch)).toEqual({ x: 0, y: 100 })
})

test('small notes find what large ones leave, beside and below what has grown', () => {
  const room = { x: 0, y: 0, w: 500, h: 700 }
  const taken = [
    { x: 0, y: 0, w: 300, h: 300 },
    { x: 0, y: 330, w: 300, h: 250 },
  ]
  expect([...freeSpots(room, taken, square(300), 'ltr')]).toEqual([])
  expect([...freeSpots(room, taken, square(180), 'ltr')]).toEqual([
    { x: 318, y: 0 },
    { x: 318, y: 198 },
    { x: 318, y: 396 },
  ])
  const small = [...freeSpots(room, taken, square(90), 'ltr')]
  expect(small.some(({ x, y }) => x < 300 && y > 580)).toBe(true)
})

test('of many places none covers another, nor what lies there, and all are in the room', () => {
  const room = { x: 40, y: 60, w: 1_000, h: 800 }
  const taken = Array.from({ length: 7 }, (_, i) => ({ x: 40 + i * 131, y: 60 + ((i * 97) % 500), w: 120, h: 150 }))
  for (const dir of ['ltr', 'rtl'] as const) {
    for (const side of [50, 90, 130]) {
      const put: Box[] = [...freeSpots(room, taken, square(side), dir)].map((spot) => ({ ...spot, ...square(side) }))
      expect(put.length).toBeGreaterThan(5)
      const all = [...taken, ...put]
      expect(put.filter((box) => all.some((other) => other !== box && overlaps(other, box)))).toEqual([])
      expect(put.filter(({ x, y }) => x < 40 || y < 60 || x + side > 1_040.1 || y + side > 860.1)).toEqual([])
    }
  }
})
