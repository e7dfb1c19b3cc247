import type { RoomClock } from './clock.ts'

/** Runs something when it is asked for: the first time after quiet at once or soon, then not more than once in an interval. */
export interface Ticker {
  request(): void
  /** Without waiting for the end of the interval. */
  runNow(): void
  stop(): void
}

/** @param leadMs - how long the first time after quiet waits for what else may come. */
export function createTicker(
  clock: RoomClock,
  intervalMs: () => number,
  run: () => void,
  leadMs: () => number = () => 0,
): Ticker {
  let lastRunAtMs = Number.NEGATIVE_INFINITY
  let stopWaiting: (() => void) | undefined

  const runNow = () => {
    stopWaiting?.()
    stopWaiting = undefined
    lastRunAtMs = clock.monotonicMs()
    run()
  }
  return {
    request() {
      if (stopWaiting) return
      const leftMs = lastRunAtMs + intervalMs() - clock.monotonicMs()
      stopWaiting = clock.after(Math.max(leadMs(), leftMs), runNow)
    },
    runNow,
    stop() {
      stopWaiting?.()
      stopWaiting = undefined
    },
  }
}
