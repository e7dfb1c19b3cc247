import { expect, test } from 'vitest'
import type { Reaction } from '#shared/protocol/reactions.ts'
import { type Float, lanes, withFloats } from './float.ts'

const counts = (entries: Partial<Record<Reaction, number>>) => new Map(Object.entries(entries) as [Reaction, number][])

test('a few reactions rise one by one, in lanes of their own', () => {
  const floats = withFloats([], counts({ heart: 2, idea: 1 }))
  expect(floats.map(({ reaction, times }) => [reaction, times])).toEqual([
    ['heart', 1],
    ['heart', 1],
    ['idea', 1],
  ])
  expect(new Set(floats.map(({ lane }) => lane)).size).toBe(3)
  expect(floats.every(({ lane }) => lane >= 0 && lane < lanes)).toBe(true)
})

test('a crowd is a few and a number, and no more than a phone can move', () => {
  const one = withFloats([], counts({ thumbs_up: 100 }))
  expect(one).toHaveLength(3)
  expect(one.reduce((sum, { times }) => sum + times, 0)).toBe(100)
  let floats: readonly Float[] = []
  for (let i = 0; i < 100; i += 1) floats = withFloats(floats, counts({ thumbs_up: 50, laugh: 50 }))
  expect(floats.length).toBeLessThanOrEqual(36)
  expect(new Set(floats.map(({ id }) => id)).size).toBe(floats.length)
})
