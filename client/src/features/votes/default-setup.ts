import type { NoteKind } from '#shared/board/zone-shape.ts'
import type { Step } from '#shared/session/session.ts'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import type { ZoneSummary } from '../../canvas/canvas-handle.ts'

/** What is voted on unless somebody wants it otherwise: an arrow is no idea. */
const votedKinds: readonly NoteKind[] = ['note', 'text', 'drawing', 'picture']
const usualDots = 3

/**
 * What one tap opens: three dots each, blind and secret, on what the step's zones are for; without a step, in the zones
 * that are there to be voted on.
 *
 * @param before - the set-up of the round before it in the same step, which stays as it was
 */
export function defaultSetup(
  zones: readonly Pick<ZoneSummary, 'key' | 'noteKinds' | 'isVotable'>[],
  step: Pick<Step, 'zones'> | undefined,
  before?: VoteSetup,
): VoteSetup {
  if (before) return before
  const keys =
    step && step.zones.length > 0 ? step.zones : zones.filter(({ isVotable }) => isVotable).map(({ key }) => key)
  const chosen = zones.filter(({ key }) => keys.includes(key))
  const meant = votedKinds.filter((kind) => chosen.some(({ noteKinds }) => noteKinds.includes(kind)))
  return {
    dots: usualDots,
    zones: chosen.map(({ key }) => key),
    noteKinds: meant.length > 0 ? meant : ['note', 'text'],
    severalOnOne: true,
    minutes: null,
    isSecret: true,
    decider: null,
    isStraw: false,
    target: 'notes',
  }
}
