import { timeLeftMs } from './clock.ts'
import type { SessionClock } from './session.ts'

/** Where the clock of a step is among the equal parts that its time falls into. */
export type PartNow = {
  /** From 1. */
  readonly number: number
  readonly count: number
  /** Below zero once the last one is over. */
  readonly leftMs: number
  readonly lengthMs: number
}

/** @returns undefined for a step without parts, or without a time. */
export function partAt(clock: SessionClock, count: number, nowMs: number): PartNow | undefined {
  const leftMs = timeLeftMs(clock, nowMs)
  if (count < 2 || leftMs === null || clock.state === 'none') return undefined
  const passedMs = clock.totalMs - leftMs
  const { part } = clock
  if (part && (passedMs < part.endMs || part.number >= count)) {
    const endMs = part.number >= count ? clock.totalMs : part.endMs
    const lengthMs = Math.max(0, endMs - part.startMs)
    return { number: Math.min(part.number, count), count, leftMs: endMs - passedMs, lengthMs }
  }
  const [over, sinceMs] = part ? [part.number, part.endMs] : [0, 0]
  const lengthMs = (clock.totalMs - sinceMs) / (count - over)
  const later =
    lengthMs > 0 ? Math.min(count - over - 1, Math.floor((passedMs - sinceMs) / lengthMs)) : count - over - 1
  return { number: over + later + 1, count, leftMs: sinceMs + (later + 1) * lengthMs - passedMs, lengthMs }
}

/**
 * Gives what was added to a clock to the part that runs: "one minute more" is said of the panel that people draw, and
 * those after it stay as long as they were. What is taken comes off it, too, and where it is not long enough, off the
 * parts to come.
 */
export function stretchPart(before: SessionClock, after: SessionClock, count: number, nowMs: number): SessionClock {
  const part = partAt(before, count, nowMs)
  if (!part || before.state === 'none' || after.state === 'none') return after
  const passedMs = before.totalMs - (timeLeftMs(before, nowMs) ?? 0)
  const endMs = passedMs + part.leftMs
  const wantedMs = Math.max(passedMs, endMs + after.totalMs - before.totalMs)
  const { number } = part
  return { ...after, part: { number, startMs: endMs - part.lengthMs, endMs: Math.min(after.totalMs, wantedMs) } }
}
