import type { Session, Step } from './session.ts'

type Course = Pick<Session, 'plan' | 'run'>

/** The step in which people write alone right now; undefined when there is none. */
export function aloneStepOf(session: Course | undefined): Step | undefined {
  if (session?.run.status !== 'running') return undefined
  const step = stepOf(session, session.run.stepId)
  return step?.mode === 'private' ? step : undefined
}

/**
 * Whether people were told, the last time that they wrote alone in this session, that nobody will know whose notes are
 * whose. It holds for what is not revealed yet, also once the step is over.
 */
export function isAloneAnonymous(session: Course | undefined): boolean {
  if (!session || session.run.status === 'planned') return false
  const steps = session.run.visits.map(({ stepId }) => stepOf(session, stepId))
  return steps.findLast((step) => step?.mode === 'private')?.isAnonymous ?? false
}

function stepOf({ plan }: Course, stepId: string): Step | undefined {
  return plan.steps.find(({ id }) => id === stepId)
}
