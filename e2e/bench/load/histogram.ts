/** Counts durations in steps of a tenth of a millisecond: millions of them cost nothing but their place. */
export type Histogram = {
  add(ms: number, times?: number): void
  readonly count: number
  /** The duration that `share` (0 to 1) of all do not exceed; undefined where there is none. */
  percentile(share: number): number | undefined
  summary(): Latency
}

export type Latency = {
  readonly count: number
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
  readonly max: number | undefined
}

const stepsPerMs = 10
const maxMs = 30_000

export function createHistogram(): Histogram {
  const counts = new Uint32Array(maxMs * stepsPerMs + 1)
  let count = 0
  let highest = -1

  const percentile = (share: number) => {
    if (count === 0) return undefined
    let left = Math.ceil(count * share)
    for (let step = 0; step <= highest; step += 1) {
      left -= counts[step] ?? 0
      if (left <= 0) return step / stepsPerMs
    }
    return highest / stepsPerMs
  }

  return {
    add(ms, times = 1) {
      const step = Math.min(Math.max(Math.round(ms * stepsPerMs), 0), maxMs * stepsPerMs)
      counts[step] = (counts[step] ?? 0) + times
      count += times
      if (step > highest) highest = step
    },
    get count() {
      return count
    },
    percentile,
    summary: () => ({
      count,
      p50: percentile(0.5),
      p95: percentile(0.95),
      p99: percentile(0.99),
      max: count === 0 ? undefined : highest / stepsPerMs,
    }),
  }
}
