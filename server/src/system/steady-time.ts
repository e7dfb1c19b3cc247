/** What a machine knows of time. None of them alone will do. */
export type TimeSources = {
  /** Unix milliseconds. May be set by hand or by the network, back and forth. */
  readonly wallMs: () => number
  /** Milliseconds that the machine was awake for: what it sleeps is missing. */
  readonly awakeMs: () => number
  /** Seconds since the machine was started, asleep or not; in steps of up to one. */
  readonly uptimeS: () => number
}

/** How often it is looked whether the machine has slept: asking costs more than the time itself. */
const lookEveryMs = 1_000
/** Less is the coarseness of `uptimeS`. */
const leastSleepMs = 3_000
/** Nobody corrects a clock by so much in the middle of a workshop: the machine has only now learnt the time. */
const unknownTimeMs = 12 * 60 * 60 * 1_000

/**
 * The time of day that never jumps while this process lives, and never runs backwards: it begins at the wall clock and
 * goes on by what has really passed, sleep included. A step must not end, nor a vote stay open, because somebody has put
 * the clock right; what was set is taken over with the next start.
 */
export function createSteadyTime({ wallMs, awakeMs, uptimeS }: TimeSources): () => number {
  const wallAtStart = wallMs()
  const awakeAtStart = awakeMs()
  const uptimeAtStart = uptimeS()
  let addedMs = 0
  let sleptMs = 0
  let lookedAt = awakeAtStart
  return () => {
    const awake = awakeMs()
    const passedMs = awake - awakeAtStart
    if (awake - lookedAt >= lookEveryMs) {
      lookedAt = awake
      const missingMs = (uptimeS() - uptimeAtStart) * 1_000 - passedMs
      if (missingMs - sleptMs >= leastSleepMs) sleptMs = missingMs
      const behindMs = wallMs() - (wallAtStart + passedMs + sleptMs + addedMs)
      if (behindMs >= unknownTimeMs) addedMs += behindMs
    }
    return Math.round(wallAtStart + passedMs + sleptMs + addedMs)
  }
}
