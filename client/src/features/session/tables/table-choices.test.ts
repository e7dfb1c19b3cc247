import { expect, test } from 'vitest'
import { likelyTableCount, tableChoices } from './table-choices.ts'

test('people are spread over all zones or fewer', () => {
  expect(tableChoices(11, 3)).toEqual([
    { tableCount: 3, least: 3, most: 4 },
    { tableCount: 2, least: 5, most: 6 },
    { tableCount: 1, least: 11, most: 11 },
  ])
})

test('all zones are proposed, as long as nobody sits alone', () => {
  expect(likelyTableCount(24, 4)).toBe(4)
  expect(likelyTableCount(5, 4)).toBe(2)
  expect(likelyTableCount(0, 4)).toBe(1)
})
