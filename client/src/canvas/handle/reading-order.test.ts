import { expect, test } from 'vitest'
import { findFreeSpot } from './free-spot.ts'
import { inReadingOrder } from './reading-order.ts'

const at = (item: string, x: number, y: number) => ({ item, x, y, h: 200 })
const uneven = [at('c', 500, 20), at('d', 0, 400), at('a', 0, 0), at('b', 250, 60), at('e', 260, 390)]

test('reads row by row, though nobody puts notes on a ruler', () => {
  expect(inReadingOrder(uneven, 'ltr')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('reads rows from the right where the script does', () => {
  expect(inReadingOrder(uneven, 'rtl')).toEqual(['c', 'b', 'a', 'e', 'd'])
})

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
