import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHitCounts } from './hit-counts.ts'

const windowMs = 300_000
const hourMs = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('counts of failed attempts', () => {
  test.each([hourMs, -hourMs])(
    'end with their window, however the clock is set meanwhile: by %i ms',
    async (setByMs) => {
      let nowMs = 1_000
      const counts = createHitCounts({ monotonicMs: () => nowMs }, windowMs)
      await counts.increment('ana')
      vi.setSystemTime(Date.now() + setByMs)
      nowMs += windowMs - 1
      expect(await counts.increment('ana')).toEqual({ totalHits: 2, resetTime: new Date(Date.now() + 1) })
      nowMs += 1
      expect(await counts.get?.('ana')).toBeUndefined()
      expect(await counts.increment('ana')).toMatchObject({ totalHits: 1 })
    },
  )

  test('leave out what turned out well, and each other', async () => {
    const counts = createHitCounts({ monotonicMs: () => 0 }, windowMs)
    await counts.increment('ana')
    await counts.increment('ana')
    await counts.decrement('ana')
    expect(await counts.increment('ana')).toMatchObject({ totalHits: 2 })
    expect(await counts.increment('ben')).toMatchObject({ totalHits: 1 })
    await counts.resetKey('ana')
    expect(await counts.get?.('ana')).toBeUndefined()
  })
})
