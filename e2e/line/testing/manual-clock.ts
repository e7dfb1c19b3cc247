import type { LineClock } from '../line-clock.ts'

/** Stands still until it is moved, and then runs what falls due in its order. */
export function manualClock(): LineClock & { moveMs(byMs: number): void } {
  let nowMs = 0
  let made = 0
  const due = new Map<number, { atMs: number; run: () => void }>()
  return {
    nowMs: () => nowMs,
    after(delayMs, run) {
      made += 1
      const id = made
      due.set(id, { atMs: nowMs + Math.max(0, delayMs), run })
      return () => {
        due.delete(id)
      }
    },
    moveMs(byMs) {
      const endMs = nowMs + byMs
      for (;;) {
        const [next] = [...due].filter(([, { atMs }]) => atMs <= endMs).toSorted(([, a], [, b]) => a.atMs - b.atMs)
        if (!next) break
        const [id, { atMs, run }] = next
        due.delete(id)
        nowMs = atMs
        run()
      }
      nowMs = endMs
    },
  }
}
