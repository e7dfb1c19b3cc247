import { timeLeftMs } from '#shared/session/clock.ts'
import { partAt } from '#shared/session/parts.ts'
import type { SessionClock } from '#shared/session/session.ts'

/** The only moments of a clock that are said aloud. */
export type ClockMoment = 'half' | 'minute' | 'zero'

/** What lies further apart was slept through: nobody is told what happened meanwhile. */
const sleptMs = 10_000

/**
 * Which moment lies between two looks at one clock. Only a clock that ticks has moments; a change of the clock (a minute
 * more, another step) is no passing of time.
 */
export function momentBetween(clock: SessionClock, beforeMs: number, nowMs: number): ClockMoment | undefined {
  if (clock.state !== 'ticking' || nowMs - beforeMs > sleptMs) return undefined
  const before = timeLeftMs(clock, beforeMs) ?? 0
  const now = timeLeftMs(clock, nowMs) ?? 0
  const passed = (leftMs: number) => before > leftMs && now <= leftMs
  if (passed(0)) return 'zero'
  if (passed(60_000) && clock.totalMs > 60_000) return 'minute'
  // Of two minutes the half is the last minute.
  if (passed(clock.totalMs / 2) && clock.totalMs > 120_000) return 'half'
  return undefined
}

/** Which part of a step began between two looks at one clock; the first one begins with the step. */
export function partBegunBetween(
  clock: SessionClock,
  count: number,
  beforeMs: number,
  nowMs: number,
): number | undefined {
  if (clock.state !== 'ticking' || nowMs - beforeMs > sleptMs) return undefined
  const now = partAt(clock, count, nowMs)?.number
  return now !== partAt(clock, count, beforeMs)?.number ? now : undefined
}
