import type { RoomClock } from '../domain/room/clock.ts'
import { systemClock } from '../system/system-clock.ts'

/** Stands still until it is moved; what waits for rooms runs on the machine's clock. Set back, no time has passed. */
export function manualClock(atMs = 1_800_000_000_000): RoomClock & { moveMs(byMs: number): void } {
  let nowMs = atMs
  let movedMs = 0
  return {
    nowMs: () => nowMs,
    monotonicMs: () => systemClock.monotonicMs() + movedMs,
    after: systemClock.after,
    moveMs(byMs) {
      nowMs += byMs
      movedMs += Math.max(0, byMs)
    },
  }
}
