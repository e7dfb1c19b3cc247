/** Counts messages against a rate: a bucket that holds two seconds' worth and fills steadily. */
export interface MessageRate {
  /** False when there were too many. */
  take(nowMs: number): boolean
}

export function createMessageRate(perSecond: number): MessageRate {
  const capacity = perSecond * 2
  let left = capacity
  let atMs = Number.NEGATIVE_INFINITY
  return {
    take(nowMs) {
      const elapsedMs = Math.max(0, nowMs - atMs)
      left = Math.min(capacity, left + (elapsedMs / 1000) * perSecond)
      atMs = nowMs
      left -= 1
      return left >= 0
    },
  }
}
