import type { Role } from '../protocol/messages.ts'
import type { Session, Step } from './session.ts'
import { mayWriteIn, writeRuleOf } from './write-rule.ts'

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

/**
 * Where on the board somebody may show what she has written alone: where people have been asked to write alone in this
 * session, and wherever she may write now. Else a layer would be a way around what a step says.
 *
 * @returns for the zone that a note lies in; undefined outside of all.
 */
export function showingPlaces(
  session: Session | undefined,
  person: { readonly participantId: string; readonly role: Role },
): (zone: string | undefined) => boolean {
  const rule = writeRuleOf(session, person)
  const visits = session && session.run.status !== 'planned' ? session.run.visits : []
  const steps = visits.map(({ stepId }) => session && stepOf(session, stepId))
  // Of a step that was taken out of the plan nobody knows where people wrote.
  const alone = steps.filter((step) => step === undefined || step.mode === 'private')
  const isAnywhere = alone.some((step) => !step?.isKeptToZones || step.zones.length === 0)
  const zones = new Set(alone.flatMap((step) => step?.zones ?? []))
  return (zone) => isAnywhere || (zone !== undefined && zones.has(zone)) || mayWriteIn(rule, zone)
}

function stepOf({ plan }: Course, stepId: string): Step | undefined {
  return plan.steps.find(({ id }) => id === stepId)
}
