/** Counts against a rate: a bucket that holds two seconds' worth and fills steadily. What was refused takes nothing out of it. */
export interface Rate {
  /** False when there was too much. */
  take(nowMs: number, amount: number): boolean
}

export function createRate(perSecond: number): Rate {
  const capacity = perSecond * 2
  let left = capacity
  let atMs = Number.NEGATIVE_INFINITY
  return {
    take(nowMs, amount) {
      const elapsedMs = Math.max(0, nowMs - atMs)
      left = Math.min(capacity, left + (elapsedMs / 1000) * perSecond)
      atMs = nowMs
      if (left < amount) return false
      left -= amount
      return true
    },
  }
}
