import { onLaterDay } from './local-time.ts'
import type { Plan, Promised, Running, Session, Step } from './session.ts'

/**
 * When each day after the first is meant to begin, by the step that lasts until then: days that have begun as they were
 * promised, others as the plan has them.
 */
export function dayStarts(
  { steps, timeZone }: Pick<Plan, 'steps' | 'timeZone'>,
  firstStartMs: number,
  begun: Promised['days'] = [],
): Map<string, number> {
  const starts = new Map<string, number>()
  let beforeMs = firstStartMs
  for (const { id, goesOn } of steps) {
    if (!goesOn) continue
    const promisedMs = begun.find(({ afterId }) => afterId === id)?.startsAtMs
    beforeMs = promisedMs ?? onLaterDay(beforeMs, goesOn.daysLater, goesOn.minuteOfDay, timeZone)
    starts.set(id, beforeMs)
  }
  return starts
}

/** The same of a session that runs: of days to come nothing is promised yet, even if somebody has looked ahead at them. */
export function dayStartsOfRun(plan: Plan, { promised, stepId }: Pick<Running, 'promised' | 'stepId'>) {
  const placeOf = (wanted: string) => plan.steps.findIndex(({ id }) => id === wanted)
  const begun = promised.days?.filter(({ afterId }) => placeOf(afterId) < placeOf(stepId))
  return dayStarts(plan, promised.startsAtMs, begun)
}

/** When a session goes on that rests until another day; undefined for one that does not rest. */
export function goesOnAtMs({ plan, run }: Pick<Session, 'plan' | 'run'>): number | undefined {
  return run.status === 'running' ? dayStartsOfRun(plan, run).get(run.stepId) : undefined
}

/** Which day of the plan each of its steps is on, from 0. A step that lasts until another day is the last of its own. */
export function dayOfSteps(steps: readonly Step[]): Map<string, number> {
  let day = 0
  return new Map(
    steps.map(({ id, goesOn }) => {
      const own = day
      if (goesOn) day += 1
      return [id, own]
    }),
  )
}
