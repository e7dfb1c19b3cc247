/** Counts against a rate: a bucket that holds two seconds' worth, or what is given, and fills steadily. What was refused takes nothing out of it. */
export interface Rate {
  /** False when there was too much. */
  take(nowMs: number, amount: number): boolean
}

export function createRate(perSecond: number, capacity = perSecond * 2): Rate {
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
