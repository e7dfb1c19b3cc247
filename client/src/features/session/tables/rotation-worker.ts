import { planRotation } from '#shared/session/tables/plan-rotation.ts'
import type { Guest, RotationPlan, SeatingRule } from '#shared/session/tables/seating.ts'

/** What the page asks this worker: two hundred people take a second, and a page may not stand still for that long. */
export type RotationOrder = {
  readonly guests: readonly Guest[]
  readonly rule: SeatingRule
  readonly roundCount: number
  /** Rounds that are over: who met there has met. */
  readonly past: RotationPlan
}

addEventListener('message', ({ data }: MessageEvent<RotationOrder>) => {
  postMessage(planRotation(data.guests, data.rule, data.roundCount, Math.random, data.past))
})
