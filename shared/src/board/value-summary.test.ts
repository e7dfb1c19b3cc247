import { expect, test } from 'vitest'
import { amount, due, evidence, feeling, owner, scale } from './testing/fields.ts'
import { shareOfGood, standingOf, summariseTable, summariseValues } from './value-summary.ts'

test('counts each word of a choice, also one that nobody chose', () => {
  const summary = summariseValues(evidence, ['adequate', 'some', 'adequate'])
  expect(summary.count).toBe(3)
  expect(summary.shares).toEqual([
    { value: 'adequate', count: 2 },
    { value: 'some', count: 1 },
    { value: 'inadequate', count: 0 },
    { value: 'unknown', count: 0 },
  ])
  expect(shareOfGood(summary)).toEqual({ value: 'adequate', count: 2, of: 3 })
  expect(summary.mean).toBeUndefined()
})

test('works out mean and spread of a scale', () => {
  const summary = summariseValues(scale(), [2, 3, 10])
  expect(summary).toMatchObject({ count: 3, mean: 5, spread: [2, 10], sum: undefined })
  expect(summary.shares.find(({ value }) => value === 10)).toEqual({ value: 10, count: 1 })
})

test('adds up amounts, and knows the first and the last day', () => {
  expect(summariseValues(amount, [100, 50])).toMatchObject({ sum: 150, mean: 75, spread: [50, 100], shares: [] })
  expect(summariseValues(due, ['2026-11-22', '2025-01-02']).spread).toEqual(['2025-01-02', '2026-11-22'])
  expect(summariseValues(owner, ['Ana'])).toMatchObject({ count: 1, spread: undefined })
})

test('of nothing says nothing', () => {
  const nothing = { count: 0, mean: undefined, sum: undefined, spread: undefined, isSplit: false }
  for (const field of [evidence, scale(), amount, due, owner]) {
    expect(summariseValues(field, [])).toMatchObject(nothing)
    expect(standingOf(summariseValues(field, []))).toBeUndefined()
  }
})

test.each([
  ['one who says good where another says poor', evidence, ['adequate', 'inadequate'], true],
  ['good and fair', evidence, ['adequate', 'some'], false],
  ['poor and unknown', evidence, ['inadequate', 'unknown'], false],
  ['half of the scale apart', feeling, [-1, 1], true],
  ['less than half of it', feeling, [0, 1], false],
  ['one person alone', feeling, [-2], false],
  ['a scale of two steps', scale({ min: 0, max: 1 }), [0, 1], false],
  ['amounts', amount, [1, 1_000_000], false],
] as const)('marks where people differ: %s', (_, field, values, isSplit) => {
  expect(summariseValues(field, values).isSplit).toBe(isSplit)
})

test('stands from 0 to 1, without those who do not know', () => {
  expect(standingOf(summariseValues(evidence, ['adequate', 'some', 'unknown']))).toBe(0.75)
  expect(standingOf(summariseValues(evidence, ['unknown']))).toBeUndefined()
  expect(standingOf(summariseValues(feeling, [-2, 0]))).toBe(0.25)
  expect(standingOf(summariseValues(amount, [3]))).toBeUndefined()
})

test('sums up a table by row, column and cell, and finds the weakest cell', () => {
  const table = summariseTable(
    evidence,
    [
      { row: 0, column: 0, value: 'adequate' },
      { row: 0, column: 1, value: 'inadequate' },
      { row: 0, column: 1, value: 'some' },
      { row: 1, column: 0, value: 'some' },
    ],
    { rows: 2, columns: 2 },
  )
  expect(table.rows.map(({ count }) => count)).toEqual([3, 1])
  expect(table.columns.map((column) => shareOfGood(column))).toEqual([
    { value: 'adequate', count: 1, of: 2 },
    { value: 'adequate', count: 0, of: 2 },
  ])
  expect(table.cells[1]?.[1]?.count).toBe(0)
  expect(table.weakest).toEqual([{ row: 0, column: 1 }])
})

test('names no weakest cell where all stand alike', () => {
  const alike = [
    { row: 0, column: 0, value: 'some' },
    { row: 0, column: 1, value: 'some' },
  ]
  expect(summariseTable(evidence, alike, { rows: 1, columns: 2 }).weakest).toEqual([])
  expect(summariseTable(evidence, [], { rows: 1, columns: 2 }).weakest).toEqual([])
})
