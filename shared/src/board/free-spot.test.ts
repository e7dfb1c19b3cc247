import { expect, test } from 'vitest'
import { findFreeSpot } from './free-spot.ts'

test('a new note takes the first place where it covers nothing', () => {
  const room = { x: 10, y: 20, w: 660, h: 500 }
  const taken = [{ x: 10, y: 20, w: 200, h: 200 }]
  expect(findFreeSpot(room, [], 200, 'ltr')).toEqual({ x: 10, y: 20 })
  expect(findFreeSpot(room, taken, 200, 'ltr')).toEqual({ x: 230, y: 20 })
  expect(findFreeSpot(room, [], 200, 'rtl')).toEqual({ x: 450, y: 20 })
})

test('in a full room notes overlap, but none hides another', () => {
  const room = { x: 0, y: 0, w: 420, h: 200 }
  const full = [
    { x: 0, y: 0, w: 200, h: 200 },
    { x: 220, y: 0, w: 200, h: 200 },
  ]
  const next = findFreeSpot(room, full, 200, 'ltr')
  const after = findFreeSpot(room, [...full, { ...next, w: 200, h: 200 }], 200, 'ltr')
  expect(after).not.toEqual(next)
})

test('where places are drawn a note lies in the middle of one, unless it is much smaller', () => {
  const room = { x: 0, y: 100, w: 900, h: 600 }
  const pitch = { w: 300, h: 300 }
  expect(findFreeSpot(room, [], 250, 'ltr', pitch)).toEqual({ x: 25, y: 125 })
  expect(findFreeSpot(room, [], 250, 'rtl', pitch)).toEqual({ x: 625, y: 125 })
  expect(findFreeSpot(room, [{ x: 25, y: 125, w: 250, h: 330 }], 250, 'ltr', pitch)).toEqual({ x: 325, y: 125 })
  expect(findFreeSpot(room, [], 90, 'ltr', pitch)).toEqual({ x: 0, y: 100 })
})
