import type { StepMode } from '#shared/session/modes.ts'
import type { Step } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'

export type StepPlace = {
  readonly step: Step
  /** From 1. */
  readonly number: number
  readonly count: number
  readonly next: Step | undefined
  /** What it is run as, which is what people are told. */
  readonly mode: StepMode
}

/** In steps in which everybody works by herself or at a table, people say when they are done. */
export function hasDone(mode: StepMode): boolean {
  return mode !== 'brief' && mode !== 'present' && mode !== 'break'
}

/** Where a running session is; undefined when none runs. */
export function stepPlace({ plan, run, runsAs }: SessionView): StepPlace | undefined {
  if (run.status !== 'running') return undefined
  const at = plan.steps.findIndex(({ id }) => id === run.stepId)
  const step = plan.steps[at]
  if (!step) return undefined
  return { step, number: at + 1, count: plan.steps.length, next: plan.steps[at + 1], mode: runsAs ?? step.mode }
}
