import { modeRules } from '#shared/session/modes.ts'
import type { Commander } from '#shared/session/session.ts'
import { runningRound, tableOf } from '#shared/session/tables/rounds.ts'
import type { SessionView } from '#shared/session/view.ts'
import { stepPlace } from './step-place.ts'
import { stepZones } from './step-zones.ts'

/** Where a person is to be brought. `how`: with a second's notice and a way to stay, or at once. */
export type Move = {
  readonly how: 'announced' | 'at-once'
  /** Zones by their keys; none for the whole board. */
  readonly zones: readonly string[]
}

/**
 * What a change of the session means for somebody's view.
 *
 * @param before - undefined for somebody who comes while it runs: she lands where the others are.
 */
export function nextMove(
  before: SessionView | undefined,
  now: SessionView,
  self: Pick<Commander, 'participantId' | 'role'>,
): Move | undefined {
  const isFacilitator = self.role === 'facilitator'
  const { heldZone, call } = now.attention
  // Facilitators hold others, never each other.
  if (heldZone !== null && !isFacilitator) {
    return before?.attention.heldZone === heldZone ? undefined : { how: 'at-once', zones: [heldZone] }
  }
  if (before && call && call.number > (before.attention.call?.number ?? 0)) {
    return { how: 'announced', zones: [call.zone] }
  }
  const place = stepPlace(now)
  const isSameStay = before !== undefined && stayOf(before, self.participantId) === stayOf(now, self.participantId)
  if (!place || isSameStay || !modeRules[place.mode].movesView) return undefined
  return { how: before ? 'announced' : 'at-once', zones: stepZones(now, self.participantId) }
}

/** A step that is come back to is another stay, and so is another table. */
function stayOf(session: SessionView, participantId: string): string | undefined {
  const { run } = session
  if (run.status !== 'running') return undefined
  const round = runningRound(session)
  return `${run.stepId} ${run.visits.at(-1)?.enteredAtMs} ${(round && tableOf(round, participantId)) ?? ''}`
}
