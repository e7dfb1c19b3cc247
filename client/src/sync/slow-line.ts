/** Below this, 100 kB take more than two seconds: what is only pleasant has to wait for what is needed. */
const slowBytesPerS = 50_000
/** Less says nothing of how much it carries: it is all waiting. */
const tellingBytes = 20_000
/** A line on which even the quickest answer takes longer has no room for what is only pleasant. */
const slowAnswerMs = 300

type Fetched = Pick<
  PerformanceResourceTiming,
  'startTime' | 'requestStart' | 'responseStart' | 'responseEnd' | 'transferSize'
>
type Hints = { readonly saveData?: boolean; readonly effectiveType?: string }

/**
 * Whether this device's line is slow, from what it has carried for this page so far, where that is too little (all but a
 * few answers came from the cache) from how long it took to answer, and else from what the browser knows.
 */
export function isSlow(fetched: readonly Fetched[], hints: Hints | undefined): boolean {
  if (hints?.saveData) return true
  const carried = fetched.filter(({ transferSize }) => transferSize > 0)
  const bytes = carried.reduce((sum, { transferSize }) => sum + transferSize, 0)
  if (bytes < tellingBytes) {
    // Waits for a server that is busy are longer than its line; of several the shortest is the line's.
    const quickestMs = Math.min(...carried.map(({ requestStart, responseStart }) => responseStart - requestStart))
    if (carried.length > 0 && quickestMs > slowAnswerMs) return true
    return hints?.effectiveType === 'slow-2g' || hints?.effectiveType === '2g'
  }
  const from = Math.min(...carried.map(({ startTime }) => startTime))
  const to = Math.max(...carried.map(({ responseEnd }) => responseEnd))
  return bytes / Math.max(1, to - from) < slowBytesPerS / 1_000
}

export function isSlowLine(): boolean {
  // The page itself is one of them.
  const fetched = ['navigation', 'resource']
    .flatMap((type) => performance.getEntriesByType(type))
    .filter((entry) => entry instanceof PerformanceResourceTiming)
  return isSlow(fetched, connectionHints())
}

/** What the browser says of its line; only some do. */
export function connectionHints(): Hints | undefined {
  return 'connection' in navigator ? (navigator.connection as Hints | undefined) : undefined
}
