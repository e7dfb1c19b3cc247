import { describe, expect, test } from 'vitest'
import { reconnectDelayMs } from './reconnect-delay.ts'

describe('the delay before the next attempt', () => {
  test('grows with each failure up to six seconds', () => {
    const longest = [1, 2, 3, 10, 1_000].map((failures) => reconnectDelayMs(failures, 1))
    expect(longest).toEqual([600, 1_200, 2_400, 6_000, 6_000])
  })

  test('[CN4] spreads people over half of it', () => {
    expect(reconnectDelayMs(3, 0)).toBe(1_200)
    expect(reconnectDelayMs(3, 0.5)).toBe(1_800)
  })
})
