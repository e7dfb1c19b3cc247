import { timeLeftMs } from './clock.ts'
import { dayOfSteps, dayStarts, dayStartsOfRun, goesOnAtMs } from './days.ts'
import type { Plan, Promised, Running, Session, SessionRun, Step, Visit } from './session.ts'

const minuteMs = 60_000

export type Span = { readonly startMs: number; readonly endMs: number }

export type ScheduledStep = {
  readonly stepId: string
  /** From 1; most sessions have one. */
  readonly day: number
  /** As the plan has it; once the session runs, as it was promised at its start. Null for a step that came later. */
  readonly planned: Span | null
  /** As it went, or as it will go from here. Null for one that was passed over. */
  readonly expected: Span | null
  /** How much later than promised it ends; below zero when it ends earlier. Of past steps, too. */
  readonly lateMs: number
  /** What `fit_to_end` would make of it; its own minutes where it would stay. */
  readonly fittedMinutes: number
}

/** Times are counted from 0 while the start is not known; later days then begin at their minute of the day in UTC. */
export type Schedule = {
  readonly isStartKnown: boolean
  readonly steps: readonly ScheduledStep[]
  /** When each day is meant to begin. */
  readonly dayStartsMs: readonly number[]
  /** All minutes of the plan. */
  readonly totalMs: number
  /** Of the day that runs; of the last one before the session began. Nights are nobody's delay. */
  readonly plannedEndMs: number
  readonly expectedEndMs: number
  /** How much earlier than promised that day ends; below zero when it runs behind. */
  readonly aheadMs: number
}

/** When every step was meant to be, and when it will be. The same on every screen, for it needs the session and the time alone. */
export function scheduleOf({ plan, run }: Pick<Session, 'plan' | 'run'>, nowMs: number): Schedule {
  const planned = run.status === 'planned' ? plannedDays(plan) : promisedDays(plan, run)
  const expected = expectedSpans(plan, run, planned, nowMs)
  const fitted = new Map(run.status === 'running' ? fitToEnd(plan, run, nowMs).map((f) => [f.stepId, f.minutes]) : [])
  const day = dayOfRun(plan, run) ?? planned.endsMs.length - 1
  const plannedEndMs = planned.endsMs[day] ?? 0
  const expectedEndMs = expectedEnd(plan, run, nowMs) ?? plannedEndMs
  const days = dayOfSteps(plan.steps)
  return {
    isStartKnown: run.status !== 'planned' || plan.startsAtMs !== null,
    steps: plan.steps.map(({ id, minutes }) => {
      const [meant, real] = [planned.spans.get(id) ?? null, expected.get(id) ?? null]
      return {
        stepId: id,
        day: (days.get(id) ?? 0) + 1,
        planned: meant,
        expected: real,
        lateMs: meant && real ? real.endMs - meant.endMs : 0,
        fittedMinutes: fitted.get(id) ?? minutes,
      }
    }),
    dayStartsMs: planned.startsMs,
    totalMs: plan.steps.reduce((sum, { minutes }) => sum + minutes, 0) * minuteMs,
    plannedEndMs,
    expectedEndMs,
    aheadMs: plannedEndMs - expectedEndMs,
  }
}

/**
 * The steps of this day after the one that runs, shortened alike so that the day ends as promised; as they are where
 * there is time enough. A step that has a time keeps a minute at least, so the end may still be late.
 */
export function fitToEnd(plan: Plan, run: Running, nowMs: number): { stepId: string; minutes: number }[] {
  const later = restOfDay(plan, run.stepId)
  const wantedMinutes = later.reduce((sum, { minutes }) => sum + minutes, 0)
  const endMs = promisedDays(plan, run).endsMs[dayOfRun(plan, run) ?? 0] ?? 0
  const roomMinutes = Math.floor((endMs - currentSpan(plan, run, nowMs).endMs) / minuteMs)
  // Of steps without a time there is nothing to take.
  if (wantedMinutes <= Math.max(0, roomMinutes)) return later.map(({ id, minutes }) => ({ stepId: id, minutes }))
  const share = Math.max(0, roomMinutes) / wantedMinutes
  const fitted = later.map(({ id, minutes }) => {
    const exact = minutes * share
    return { stepId: id, minutes: Math.min(minutes, Math.max(1, Math.floor(exact))), rest: exact - Math.floor(exact) }
  })
  // What rounding down has left over goes to those that lost most by it.
  let spare = roomMinutes - fitted.reduce((sum, { minutes }) => sum + minutes, 0)
  for (const step of fitted.toSorted((a, b) => b.rest - a.rest)) {
    if (spare <= 0) break
    const most = later.find(({ id }) => id === step.stepId)?.minutes ?? 0
    if (step.minutes >= most) continue
    step.minutes += 1
    spare -= 1
  }
  return fitted.map(({ stepId, minutes }) => ({ stepId, minutes }))
}

/** By day, from 0: when it begins and when its last step is over. */
type Days = {
  readonly spans: Map<string, Span>
  readonly startsMs: readonly number[]
  readonly endsMs: readonly number[]
}

function plannedDays(plan: Plan): Days {
  const steps = plan.steps.map(({ id, minutes }) => ({ stepId: id, minutes }))
  const startsAtMs = plan.startsAtMs ?? 0
  const timeZone = plan.startsAtMs === null ? 'UTC' : plan.timeZone
  return inDays(plan.steps, { startsAtMs, steps }, dayStarts({ steps: plan.steps, timeZone }, startsAtMs))
}

function promisedDays(plan: Plan, run: Exclude<SessionRun, { status: 'planned' }>): Days {
  const { promised } = run
  const starts =
    run.status === 'running' ? dayStartsOfRun(plan, run) : dayStarts(plan, promised.startsAtMs, promised.days)
  return inDays(plan.steps, promised, starts)
}

/** A step that was moved to another day is meant for that day; one that was taken away counts where those before it are. */
function inDays(planned: readonly Step[], { startsAtMs, steps }: Promised, starts: ReadonlyMap<string, number>): Days {
  const dayOf = dayOfSteps(planned)
  const startsMs = [startsAtMs, ...starts.values()]
  const endsMs = [...startsMs]
  const spans = new Map<string, Span>()
  let day = 0
  for (const { stepId, minutes } of steps) {
    day = dayOf.get(stepId) ?? day
    const startMs = endsMs[day] ?? startsAtMs
    const endMs = startMs + minutes * minuteMs
    endsMs[day] = endMs
    spans.set(stepId, { startMs, endMs: starts.get(stepId) ?? endMs })
  }
  return { spans, startsMs, endsMs }
}

function expectedSpans(plan: Plan, run: SessionRun, planned: Days, nowMs: number): Map<string, Span> {
  switch (run.status) {
    case 'planned':
      return planned.spans
    case 'ended':
      return visitedSpans(run.visits, run.endedAtMs)
    case 'running': {
      const current = currentSpan(plan, run, nowMs)
      return new Map([
        ...visitedSpans(run.visits, nowMs),
        [run.stepId, current],
        ...inARow(stepsAfter(plan, run.stepId), current.endMs, dayStartsOfRun(plan, run)),
      ])
    }
  }
}

/** Of the day that runs, or in which the session ended. */
function expectedEnd(plan: Plan, run: SessionRun, nowMs: number): number | undefined {
  switch (run.status) {
    case 'planned':
      return undefined
    case 'ended': {
      const last = run.visits.at(-1)
      const isNight = plan.steps.some(({ id, goesOn }) => goesOn && id === last?.stepId)
      return isNight && last ? last.enteredAtMs : run.endedAtMs
    }
    case 'running': {
      const current = currentSpan(plan, run, nowMs)
      // The day is over as its night begins.
      if (goesOnAtMs({ plan, run }) !== undefined) return current.startMs
      return current.endMs + restOfDay(plan, run.stepId).reduce((sum, { minutes }) => sum + minutes, 0) * minuteMs
    }
  }
}

/** From 0; undefined for a session that nobody has begun. */
function dayOfRun(plan: Plan, run: SessionRun): number | undefined {
  if (run.status === 'planned') return undefined
  const stepId = run.status === 'running' ? run.stepId : (run.visits.at(-1)?.stepId ?? '')
  return dayOfSteps(plan.steps).get(stepId)
}

/** @param nights - when each step that lasts until another day is over */
function inARow(
  steps: readonly Pick<Step, 'id' | 'minutes'>[],
  startMs: number,
  nights: ReadonlyMap<string, number>,
): Map<string, Span> {
  const spans = new Map<string, Span>()
  let atMs = startMs
  for (const { id, minutes } of steps) {
    const endMs = Math.max(atMs + minutes * minuteMs, nights.get(id) ?? 0)
    spans.set(id, { startMs: atMs, endMs })
    atMs = endMs
  }
  return spans
}

/** From the first time that somebody came to a step to the last time that she left it. */
function visitedSpans(visits: readonly Visit[], nowMs: number): Map<string, Span> {
  const spans = new Map<string, Span>()
  for (const { stepId, enteredAtMs, leftAtMs } of visits) {
    spans.set(stepId, { startMs: spans.get(stepId)?.startMs ?? enteredAtMs, endMs: leftAtMs ?? nowMs })
  }
  return spans
}

/** It ends with its time, or later when that is over. */
function currentSpan(plan: Plan, run: Running, nowMs: number): Span {
  const startMs = run.visits.at(-1)?.enteredAtMs ?? nowMs
  const endMs = nowMs + Math.max(0, timeLeftMs(run.clock, nowMs) ?? 0)
  return { startMs, endMs: Math.max(endMs, goesOnAtMs({ plan, run }) ?? 0) }
}

function stepsAfter({ steps }: Plan, stepId: string): readonly Step[] {
  return steps.slice(steps.findIndex(({ id }) => id === stepId) + 1)
}

/** Those that are still to come today. */
function restOfDay(plan: Plan, stepId: string): readonly Step[] {
  const days = dayOfSteps(plan.steps)
  return stepsAfter(plan, stepId).filter(({ id, goesOn }) => !goesOn && days.get(id) === days.get(stepId))
}
