import { expect, test } from 'vitest'
import type { BoardRecord } from './board-records.ts'
import { firstPageId } from './new-board.ts'
import { findUnsound } from './sound-records.ts'

function shapesAt(index: string, ids: readonly string[]): Map<string, BoardRecord> {
  return new Map(
    ids.map((id) => [id, { id, typeName: 'shape', type: 'note', parentId: firstPageId, index } as BoardRecord]),
  )
}

test('of two in one place the smaller id keeps it, and the other comes right behind', () => {
  const { places } = findUnsound(shapesAt('a1', ['shape:b', 'shape:a']))
  expect([...places.keys()]).toEqual(['shape:b'])
  const [place = ''] = places.values()
  expect(place > 'a1' && place < 'a2').toBe(true)
})

test('a crowd in one place gets different places in the order of ids, with keys that stay short', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `shape:${String(i).padStart(5, '0')}`)
  const { places } = findUnsound(shapesAt('a1', [...ids].reverse()))
  const inOrder = ids.slice(1).map((id) => places.get(id) ?? '')
  expect(new Set(inOrder).size).toBe(9_999)
  expect([...inOrder].sort()).toEqual(inOrder)
  expect(Math.max(...inOrder.map((place) => place.length))).toBeLessThan(10)
})

test('a place that somebody else has already is passed over', () => {
  const records = shapesAt('a1', ['shape:a', 'shape:b'])
  const { places } = findUnsound(records)
  const taken = places.get('shape:b') ?? ''
  const more = new Map([...records, ...shapesAt(taken, ['shape:c'])])
  expect(findUnsound(more).places.get('shape:b')).not.toBe(taken)
})
