import { expect, test } from 'vitest'
import { roundTripSeconds } from './line-words.ts'

test('a round trip is told in tenths of a second, and never as none', () => {
  const seconds = (roundTripMs: number | undefined) => roundTripSeconds({ roundTripMs, quality: 'good' })
  expect([4, 649, 651, 2_000].map(seconds)).toEqual([0.1, 0.6, 0.7, 2])
  expect(seconds(undefined)).toBeUndefined()
})
