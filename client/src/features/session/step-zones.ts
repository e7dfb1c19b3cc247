import { runningRound, tableOf } from '#shared/session/tables/rounds.ts'
import type { SessionView } from '#shared/session/view.ts'
import { stepPlace } from './step-place.ts'

/** Keys of the zones in which this person is to be in the step that runs: of several tables her own. */
export function stepZones(session: SessionView, participantId: string | undefined): readonly string[] {
  const round = runningRound(session)
  const own = round && participantId !== undefined ? tableOf(round, participantId) : undefined
  return own === undefined ? (stepPlace(session)?.step.zones ?? []) : [own]
}
