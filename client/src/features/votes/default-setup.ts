import type { NoteKind } from '#shared/board/zone-shape.ts'
import type { Step } from '#shared/session/session.ts'
import { usualVote } from '#shared/session/votes/prepared-vote.ts'
import type { VoteSetup } from '#shared/session/votes/vote-setup.ts'
import type { ZoneSummary } from '../../canvas/canvas-handle.ts'

/** What is voted on unless somebody wants it otherwise: an arrow is no idea. */
const votedKinds: readonly NoteKind[] = ['note', 'text', 'drawing', 'picture']

/**
 * What one tap opens: what the step has prepared, else three dots each, blind and secret; on what the step's zones are
 * for, without a step in the zones that are there to be voted on. Who decides, nobody can have prepared.
 *
 * @param before - the set-up of the round before it in the same step, which stays as it was
 */
export function defaultSetup(
  zones: readonly Pick<ZoneSummary, 'key' | 'noteKinds' | 'isVotable'>[],
  step: Pick<Step, 'zones' | 'vote'> | undefined,
  before?: VoteSetup,
): VoteSetup {
  if (before) return before
  const keys =
    step && step.zones.length > 0 ? step.zones : zones.filter(({ isVotable }) => isVotable).map(({ key }) => key)
  const chosen = zones.filter(({ key }) => keys.includes(key))
  const meant = votedKinds.filter((kind) => chosen.some(({ noteKinds }) => noteKinds.includes(kind)))
  const { dots, severalOnOne, isSecret, isStraw, target } = step?.vote ?? usualVote
  const votable: NoteKind[] = meant.length > 0 ? meant : ['note', 'text']
  return {
    ...{ dots, severalOnOne, isSecret, isStraw, target },
    zones: chosen.map(({ key }) => key),
    noteKinds: target === 'pictures' ? ['picture'] : votable,
    minutes: null,
    decider: null,
  }
}
