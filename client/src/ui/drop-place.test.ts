import { expect, test } from 'vitest'
import { dropPlace, idBefore, indexAfterDrop } from './drop-place.ts'

const rows = [0, 40, 80].map((top) => ({ top, height: 40 }))

test.each([
  [-10, 0],
  [19, 0],
  [21, 1],
  [59, 1],
  [61, 2],
  [99, 2],
  [101, 3],
])('at %i a row is dropped at place %i', (y, place) => {
  expect(dropPlace(rows, y)).toBe(place)
})

test.each([
  // Before itself and behind itself are where it is.
  [1, 1, 1],
  [1, 2, 1],
  [1, 0, 0],
  [1, 3, 2],
  [0, 3, 2],
  [2, 0, 0],
])('the row %i dropped at place %i is then the row %i', (from, place, index) => {
  expect(indexAfterDrop(from, place)).toBe(index)
})

test('a step that moves names the one that it then follows', () => {
  const ids = ['a', 'b', 'c']
  expect(idBefore(ids, 2, 0)).toBeNull()
  expect(idBefore(ids, 0, 2)).toBe('c')
  expect(idBefore(ids, 0, 1)).toBe('b')
  expect(idBefore(ids, 2, 1)).toBe('a')
})
