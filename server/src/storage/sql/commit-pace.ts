/** Commits in a row that nothing holds up, and how many a second go on for as long as there is something to commit. */
const commitsInReserve = 40
const commitsPerSecond = 120

/**
 * Lets commits go at once until there are very many, and then lets more gather for each: one edit committed alone costs
 * 0.38 ms of a core, each of four 0.17 and each of twenty 0.05.
 */
export function createCommitPace(): {
  /** @returns how long to wait before the next; 0 when it goes now, and then it counts. */
  waitMs(nowMs: number): number
} {
  let reserve = commitsInReserve
  let atMs = Number.NEGATIVE_INFINITY
  return {
    waitMs(nowMs) {
      const earned = (Math.max(0, nowMs - atMs) / 1_000) * commitsPerSecond
      reserve = Math.min(commitsInReserve, reserve + earned)
      atMs = nowMs
      // Timers are whole milliseconds: what is all but earned need not be waited for again.
      if (reserve < 0.9) return Math.ceil(((1 - reserve) / commitsPerSecond) * 1_000)
      reserve -= 1
      return 0
    },
  }
}
