import type { RoomClock } from '../domain/room/clock.ts'

/** Time that passes only by `passMs`, which runs what has become due; it begins at 0. */
export function steppedClock(): RoomClock & { passMs(byMs: number): void } {
  let nowMs = 0
  let waiting: { run: () => void; atMs: number }[] = []
  return {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    after(delayMs, run) {
      const one = { run, atMs: nowMs + delayMs }
      waiting.push(one)
      return () => {
        waiting = waiting.filter((other) => other !== one)
      }
    },
    passMs(byMs) {
      nowMs += byMs
      const due = waiting.filter(({ atMs }) => atMs <= nowMs)
      waiting = waiting.filter(({ atMs }) => atMs > nowMs)
      for (const { run } of due) run()
    },
  }
}
