import { expect, test } from 'vitest'
import { createChangeTable } from './change-table.ts'

test('gives who is up to date what has changed, and who is behind each key once', () => {
  const table = createChangeTable<string, number>()
  table.set('a', 1)
  table.set('b', 1)
  expect(table.seal()).toBe(1)
  table.set('a', 2)
  table.set('a', 3)
  expect(table.seal()).toBe(2)
  expect(table.since(1)).toEqual([3])
  expect(table.since(0)).toEqual([3, 1])
  expect(table.since(2)).toEqual([])
  expect(table.seal()).toBe(2)
})

test('does not tell what was taken out, and forgets what everybody knows', () => {
  const table = createChangeTable<string, number>()
  table.set('a', 1)
  table.set('b', 2)
  table.delete('a')
  table.seal()
  expect(table.since(0)).toEqual([2])
  table.set('c', 3)
  table.seal()
  table.forget(1, () => true)
  expect(table.since(0)).toEqual([3])
})
