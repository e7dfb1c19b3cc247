import { expect, test } from 'vitest'
import { maxCommandsPerSecond } from '#shared/limits.ts'
import { createCommandLimit } from './command-limit.ts'

test('what may come less than once a second may come at once for a minute’s worth', () => {
  let nowMs = 0
  const limit = createCommandLimit(() => nowMs, 30 / 60, 30)
  for (let i = 0; i < 30; i += 1) limit('ana')
  expect(() => limit('ana')).toThrow(expect.objectContaining({ details: { retryAfterSeconds: 2 } }))
  nowMs += 2_000
  limit('ana')
  expect(() => limit('ana')).toThrow()
})

test('one person says two seconds’ worth at once, and then so many a second; others are not held by it', () => {
  let nowMs = 0
  const limit = createCommandLimit(() => nowMs, maxCommandsPerSecond)
  const isTaken = (personId: string) => {
    try {
      limit(personId)
      return true
    } catch {
      return false
    }
  }
  const taken = () => Array.from({ length: 100 }, () => isTaken('ana')).filter(Boolean).length
  expect(taken()).toBe(2 * maxCommandsPerSecond)
  expect(isTaken('ben')).toBe(true)
  nowMs += 60_000
  expect(taken()).toBe(2 * maxCommandsPerSecond)
})
