import type { ScheduledStep } from '#shared/session/schedule.ts'

/** Less than that is no news. */
const leastShiftMs = 30_000

/** How much later than promised a step begins, below zero when earlier; undefined when it is as it was said. */
export function shiftOf(step: ScheduledStep | undefined): number | undefined {
  if (!step?.planned || !step.expected) return undefined
  const shiftMs = step.expected.startMs - step.planned.startMs
  return Math.abs(shiftMs) < leastShiftMs ? undefined : shiftMs
}
