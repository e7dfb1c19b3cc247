/** What a machine knows of time. None of them alone will do. */
export type TimeSources = {
  /** Unix milliseconds. May be set by hand or by the network, back and forth. */
  readonly wallMs: () => number
  /** Milliseconds that the machine was awake for: what it sleeps is missing. */
  readonly awakeMs: () => number
  /** Seconds since the machine was started, asleep or not; in steps of up to one. */
  readonly uptimeS: () => number
}

export type SteadyTime = {
  /** Unix milliseconds. */
  nowMs(): number
  /**
   * Goes on from a moment that is ahead of the wall clock: what came before must not come again. From then on it loses
   * half a percent until it is with the wall clock, which nobody notices on a step of twenty minutes.
   */
  goOnFrom(ms: number): void
}

/** How often it is looked whether the machine has slept: asking costs more than the time itself. */
const lookEveryMs = 1_000
/** Less is the coarseness of `uptimeS`. */
const leastSleepMs = 3_000
/** Nobody corrects a clock by so much in the middle of a workshop: the machine has only now learnt the time. */
const unknownTimeMs = 12 * 60 * 60 * 1_000
const lostShare = 1 / 200

/**
 * The time of day that never jumps while this process lives, and never runs backwards: it begins at the wall clock and
 * goes on by what has really passed, sleep included. A step must not end, nor a vote stay open, because somebody has put
 * the clock right; what was set is taken over with the next start.
 */
export function createSteadyTime({ wallMs, awakeMs, uptimeS }: TimeSources): SteadyTime {
  const wallAtStart = wallMs()
  const awakeAtStart = awakeMs()
  const uptimeAtStart = uptimeS()
  let addedMs = 0
  let sleptMs = 0
  let lookedAt = awakeAtStart
  /** How far it went on ahead of the wall clock, and when it had really been so long alive. */
  let ahead: { readonly ms: number; readonly sinceMs: number } | undefined

  const passedMs = () => awakeMs() - awakeAtStart + sleptMs
  const aheadMs = () => (ahead ? Math.max(0, ahead.ms - (passedMs() - ahead.sinceMs) * lostShare) : 0)
  const now = () => wallAtStart + passedMs() + addedMs + aheadMs()

  const look = () => {
    const awake = awakeMs()
    if (awake - lookedAt < lookEveryMs) return
    lookedAt = awake
    const missingMs = (uptimeS() - uptimeAtStart) * 1_000 - (awake - awakeAtStart)
    if (missingMs - sleptMs >= leastSleepMs) sleptMs = missingMs
    const behindMs = wallMs() - now()
    if (behindMs < unknownTimeMs) return
    addedMs += behindMs + aheadMs()
    ahead = undefined
  }

  return {
    nowMs() {
      look()
      return Math.round(now())
    },
    goOnFrom(ms) {
      const byMs = ms - now()
      if (byMs > 0) ahead = { ms: aheadMs() + byMs, sinceMs: passedMs() }
    },
  }
}
