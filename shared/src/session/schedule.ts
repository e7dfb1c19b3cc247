import { timeLeftMs } from './clock.ts'
import type { Plan, Promised, Running, Session, Step, Visit } from './session.ts'

const minuteMs = 60_000
/** A session that begins so far from its planned start was begun on another day, and promised anew. */
const keepsPlannedStartWithinMs = 2 * 60 * minuteMs

export type Span = { readonly startMs: number; readonly endMs: number }

export type ScheduledStep = {
  readonly stepId: string
  /** As the plan has it; once the session runs, as it was promised at its start. Null for a step that came later. */
  readonly planned: Span | null
  /** As it went, or as it will go from here. Null for one that was passed over. */
  readonly expected: Span | null
  /** How much later than promised it ends; below zero when it ends earlier. Of past steps, too. */
  readonly lateMs: number
  /** What `fit_to_end` would make of it; its own minutes where it would stay. */
  readonly fittedMinutes: number
}

/** Times are counted from 0 while the start is not known. */
export type Schedule = {
  readonly isStartKnown: boolean
  readonly steps: readonly ScheduledStep[]
  /** All minutes of the plan. */
  readonly totalMs: number
  readonly plannedEndMs: number
  readonly expectedEndMs: number
  /** How much earlier than promised it ends; below zero when it runs behind. */
  readonly aheadMs: number
}

/** When every step was meant to be, and when it will be. The same on every screen, for it needs the session and the time alone. */
export function scheduleOf({ plan, run }: Pick<Session, 'plan' | 'run'>, nowMs: number): Schedule {
  const totalMs = plan.steps.reduce((sum, { minutes }) => sum + minutes, 0) * minuteMs
  if (run.status === 'planned') return schedulePlan(plan, totalMs)
  const planned = promisedSpans(run.promised)
  const expected = run.status === 'running' ? expectedSpans(plan, run, nowMs) : visitedSpans(run.visits, run.endedAtMs)
  const fitted = new Map(run.status === 'running' ? fitToEnd(plan, run, nowMs).map((f) => [f.stepId, f.minutes]) : [])
  const plannedEndMs = endOf(run.promised)
  const expectedEndMs = run.status === 'running' ? endOfAll(plan, run, nowMs) : run.endedAtMs
  return {
    isStartKnown: true,
    steps: plan.steps.map(({ id, minutes }) => {
      const [meant, real] = [planned.get(id) ?? null, expected.get(id) ?? null]
      return {
        stepId: id,
        planned: meant,
        expected: real,
        lateMs: meant && real ? real.endMs - meant.endMs : 0,
        fittedMinutes: fitted.get(id) ?? minutes,
      }
    }),
    totalMs,
    plannedEndMs,
    expectedEndMs,
    aheadMs: plannedEndMs - expectedEndMs,
  }
}

/** What is promised by a session that starts now. */
export function promise(plan: Plan, nowMs: number): Promised {
  const planned = plan.startsAtMs
  const isKept = planned !== null && Math.abs(nowMs - planned) <= keepsPlannedStartWithinMs
  return {
    startsAtMs: isKept ? planned : nowMs,
    steps: plan.steps.map(({ id, minutes }) => ({ stepId: id, minutes })),
  }
}

/**
 * The steps after the one that runs, shortened alike so that the session ends as promised; as they are where there is
 * time enough. A step that has a time keeps a minute at least, so the end may still be late.
 */
export function fitToEnd(plan: Plan, run: Running, nowMs: number): { stepId: string; minutes: number }[] {
  const later = stepsAfter(plan, run.stepId)
  const wantedMinutes = later.reduce((sum, { minutes }) => sum + minutes, 0)
  const roomMinutes = Math.floor((endOf(run.promised) - currentSpan(run, nowMs).endMs) / minuteMs)
  if (wantedMinutes <= roomMinutes) return later.map(({ id, minutes }) => ({ stepId: id, minutes }))
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

function schedulePlan(plan: Plan, totalMs: number): Schedule {
  const startMs = plan.startsAtMs ?? 0
  const spans = inARow(plan.steps, startMs)
  return {
    isStartKnown: plan.startsAtMs !== null,
    steps: plan.steps.map(({ id, minutes }) => {
      const span = spans.get(id) ?? null
      return { stepId: id, planned: span, expected: span, lateMs: 0, fittedMinutes: minutes }
    }),
    totalMs,
    plannedEndMs: startMs + totalMs,
    expectedEndMs: startMs + totalMs,
    aheadMs: 0,
  }
}

function inARow(steps: readonly Pick<Step, 'id' | 'minutes'>[], startMs: number): Map<string, Span> {
  const spans = new Map<string, Span>()
  let atMs = startMs
  for (const { id, minutes } of steps) {
    spans.set(id, { startMs: atMs, endMs: atMs + minutes * minuteMs })
    atMs += minutes * minuteMs
  }
  return spans
}

function promisedSpans({ startsAtMs, steps }: Promised): Map<string, Span> {
  return inARow(
    steps.map(({ stepId, minutes }) => ({ id: stepId, minutes })),
    startsAtMs,
  )
}

function endOf({ startsAtMs, steps }: Promised): number {
  return startsAtMs + steps.reduce((sum, { minutes }) => sum + minutes, 0) * minuteMs
}

/** From the first time that somebody came to a step to the last time that she left it. */
function visitedSpans(visits: readonly Visit[], nowMs: number): Map<string, Span> {
  const spans = new Map<string, Span>()
  for (const { stepId, enteredAtMs, leftAtMs } of visits) {
    spans.set(stepId, { startMs: spans.get(stepId)?.startMs ?? enteredAtMs, endMs: leftAtMs ?? nowMs })
  }
  return spans
}

function expectedSpans(plan: Plan, run: Running, nowMs: number): Map<string, Span> {
  const current = currentSpan(run, nowMs)
  return new Map([
    ...visitedSpans(run.visits, nowMs),
    [run.stepId, current],
    ...inARow(stepsAfter(plan, run.stepId), current.endMs),
  ])
}

/** It ends with its time, or later when that is over. */
function currentSpan({ visits, clock }: Running, nowMs: number): Span {
  const startMs = visits.at(-1)?.enteredAtMs ?? nowMs
  return { startMs, endMs: nowMs + Math.max(0, timeLeftMs(clock, nowMs) ?? 0) }
}

function endOfAll(plan: Plan, run: Running, nowMs: number): number {
  const laterMinutes = stepsAfter(plan, run.stepId).reduce((sum, { minutes }) => sum + minutes, 0)
  return currentSpan(run, nowMs).endMs + laterMinutes * minuteMs
}

function stepsAfter({ steps }: Plan, stepId: string): readonly Step[] {
  return steps.slice(steps.findIndex(({ id }) => id === stepId) + 1)
}
