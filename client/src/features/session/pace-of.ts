/** Less is no news. */
const leastDelayMs = 30_000

export type PaceKind = 'onTime' | 'ahead' | 'behind'

export function paceOf(aheadMs: number): PaceKind {
  if (Math.abs(aheadMs) < leastDelayMs) return 'onTime'
  return aheadMs > 0 ? 'ahead' : 'behind'
}
