import { dayStarts } from './days.ts'
import type { Plan, Promised, Running } from './session.ts'

const hourMs = 60 * 60_000
/** What begins so far from its planned start was begun on another day, and is promised anew. */
const keepsPlannedStartWithinMs = 2 * hourMs
/** Who looks back at yesterday and comes again does not begin the day anew. */
const isSameDayWithinMs = 8 * hourMs

/** What is promised by a session that starts now. */
export function promise(plan: Plan, nowMs: number): Promised {
  return {
    startsAtMs: plan.startsAtMs === null ? nowMs : keptStart(plan.startsAtMs, nowMs),
    steps: plan.steps.map(({ id, minutes }) => ({ stepId: id, minutes })),
  }
}

/** The same for a day after the first, which begins as somebody comes to a step of it. */
export function promiseDay(plan: Plan, { promised, stepId }: Running, nextId: string, nowMs: number): Promised {
  const at = (wanted: string) => plan.steps.findIndex(({ id }) => id === wanted)
  const night = plan.steps.slice(at(stepId), Math.max(at(stepId), at(nextId))).findLast(({ goesOn }) => goesOn)
  if (!night) return promised
  const { days = [] } = promised
  const begun = days.find(({ afterId }) => afterId === night.id)
  if (begun && Math.abs(nowMs - begun.startsAtMs) <= isSameDayWithinMs) return promised
  const others = days.filter(({ afterId }) => afterId !== night.id)
  const plannedMs = dayStarts(plan, promised.startsAtMs, others).get(night.id) ?? nowMs
  return { ...promised, days: [...others, { afterId: night.id, startsAtMs: keptStart(plannedMs, nowMs) }] }
}

function keptStart(plannedMs: number, nowMs: number): number {
  return Math.abs(nowMs - plannedMs) <= keepsPlannedStartWithinMs ? plannedMs : nowMs
}
