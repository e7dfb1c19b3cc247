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
