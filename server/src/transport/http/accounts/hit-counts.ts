import type { ClientRateLimitInfo, Store } from 'express-rate-limit'
import type { RoomClock } from '../../../domain/room/clock.ts'

type Count = { hits: number; readonly endsAtMs: number }

/**
 * Counts for `express-rate-limit`, whose own go by the time of day: set back by an hour, it would keep out for an hour
 * longer whom it keeps out.
 */
export function createHitCounts({ monotonicMs }: Pick<RoomClock, 'monotonicMs'>, windowMs: number): Store {
  const counts = new Map<string, Count>()
  let sweptAtMs = monotonicMs()

  function current(key: string): Count | undefined {
    const nowMs = monotonicMs()
    if (nowMs - sweptAtMs >= windowMs) {
      sweptAtMs = nowMs
      for (const [old, { endsAtMs }] of counts) if (endsAtMs <= nowMs) counts.delete(old)
    }
    const count = counts.get(key)
    return count && count.endsAtMs > nowMs ? count : undefined
  }

  const info = ({ hits, endsAtMs }: Count): ClientRateLimitInfo => ({
    totalHits: hits,
    resetTime: new Date(Date.now() + endsAtMs - monotonicMs()),
  })

  return {
    localKeys: true,
    get(key) {
      const count = current(key)
      return count && info(count)
    },
    increment(key) {
      const count = current(key) ?? { hits: 0, endsAtMs: monotonicMs() + windowMs }
      count.hits += 1
      counts.set(key, count)
      return info(count)
    },
    decrement(key) {
      const count = current(key)
      if (count && count.hits > 0) count.hits -= 1
    },
    resetKey(key) {
      counts.delete(key)
    },
  }
}
