import type { Session } from '#shared/session/session.ts'
import { seatedIn } from '#shared/session/tables/rounds.ts'
import type { StepRecord } from './session-store.ts'

/**
 * The record of the stay in a step that ends with a change, as far as the session itself says what it was; undefined
 * where none ends.
 */
export function dueRecordOf({
  before,
  after,
}: {
  readonly before: Session
  readonly after: Session
}): StepRecord | undefined {
  if (before.stepVersion === after.stepVersion || before.run.status !== 'running' || after.run.status === 'planned')
    return undefined
  const left = before.run.visits.at(-1)
  const visit =
    left && after.run.visits.find((one) => one.stepId === left.stepId && one.enteredAtMs === left.enteredAtMs)
  if (!visit) return undefined
  const { stepId, enteredAtMs, leftAtMs } = visit
  return {
    ...{ sessionId: before.id, stepId, enteredAtMs, leftAtMs: leftAtMs ?? enteredAtMs },
    // By the plan of before: the step may have been renamed, and never was called so.
    title: before.plan.steps.find(({ id }) => id === stepId)?.title ?? { en: '' },
    tables: seatedIn(before.tables, stepId),
    ...{ people: [], notesByZone: null, checkpointId: null, keeping: 'due' },
  }
}
