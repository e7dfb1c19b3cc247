/** Below this, 100 kB take more than two seconds: what is only pleasant has to wait for what is needed. */
const slowBytesPerS = 50_000
/** Less says nothing: it is all waiting and no carrying. */
const tellingBytes = 20_000

type Fetched = Pick<PerformanceResourceTiming, 'startTime' | 'responseEnd' | 'transferSize'>
type Hints = { readonly saveData?: boolean; readonly effectiveType?: string }

/**
 * Whether this device's line is slow, from what it has carried for this page so far, and where that is too little (all
 * came from the cache) from what the browser knows.
 */
export function isSlow(fetched: readonly Fetched[], hints: Hints | undefined): boolean {
  if (hints?.saveData) return true
  const carried = fetched.filter(({ transferSize }) => transferSize > 0)
  const bytes = carried.reduce((sum, { transferSize }) => sum + transferSize, 0)
  if (bytes < tellingBytes) return hints?.effectiveType === 'slow-2g' || hints?.effectiveType === '2g'
  const from = Math.min(...carried.map(({ startTime }) => startTime))
  const to = Math.max(...carried.map(({ responseEnd }) => responseEnd))
  return bytes / Math.max(1, to - from) < slowBytesPerS / 1_000
}

export function isSlowLine(): boolean {
  const fetched = performance.getEntriesByType('resource').filter((entry) => entry instanceof PerformanceResourceTiming)
  return isSlow(fetched, connectionHints())
}

/** What the browser says of its line; only some do. */
export function connectionHints(): Hints | undefined {
  return 'connection' in navigator ? (navigator.connection as Hints | undefined) : undefined
}
