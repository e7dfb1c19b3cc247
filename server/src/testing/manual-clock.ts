import { type SystemClock, systemClock } from '../system/system-clock.ts'

/** Stands still until it is moved; what waits for rooms runs on the machine's clock. Set back, no time has passed. */
export function manualClock(atMs = 1_800_000_000_000): SystemClock & {
  moveMs(byMs: number): void
  /** From here on no time passes for rates and waits either, but for what it is moved by, however slow the machine is. */
  hold(): () => void
} {
  let nowMs = atMs
  let movedMs = 0
  let heldAtMs: number | undefined
  return {
    nowMs: () => nowMs,
    monotonicMs: () => (heldAtMs ?? systemClock.monotonicMs()) + movedMs,
    after: systemClock.after,
    goOnFrom(ms) {
      nowMs = Math.max(nowMs, ms)
    },
    hold() {
      heldAtMs = systemClock.monotonicMs()
      return () => {
        heldAtMs = undefined
      }
    },
    moveMs(byMs) {
      nowMs += byMs
      movedMs += Math.max(0, byMs)
    },
  }
}
