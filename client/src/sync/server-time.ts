/** The server's time, as well as it can be known here. It needs no right clock on this device, and runs on without a line. */
export interface ServerTime {
  /** The server has just said what time it is. */
  heard(serverNowMs: number): void
  /** On a new line everything is measured anew: this device may have slept. */
  restart(): void
  /** Never goes back by less than a mended clock would. */
  nowMs(): number
}

/** Enough to have caught a moment in which the line was quick. */
const samplesKept = 20
/** A step back as large as this is a clock that somebody has mended, and no line that was slow for a while. */
const mendedAboveMs = 5_000

export function createServerTime(ports: {
  readonly deviceNowMs: () => number
  readonly monotonicMs: () => number
  /** The shortest that is known; undefined before it is. */
  readonly roundTripMs: () => number | undefined
}): ServerTime {
  let samples: number[] = []
  let isNew = true
  let lastMs: number | undefined

  return {
    heard(serverNowMs) {
      // What came by the shortest way says most: all others were longer on their way, and seem earlier.
      samples = [...(isNew ? [] : samples), serverNowMs - ports.monotonicMs()].slice(-samplesKept)
      isNew = false
    },
    restart() {
      // What was known is good until the server says more.
      isNew = true
    },
    nowMs() {
      if (samples.length === 0) return ports.deviceNowMs()
      const guessMs = ports.monotonicMs() + Math.max(...samples) + (ports.roundTripMs() ?? 0) / 2
      lastMs = lastMs === undefined || guessMs < lastMs - mendedAboveMs ? guessMs : Math.max(lastMs, guessMs)
      return lastMs
    },
  }
}
