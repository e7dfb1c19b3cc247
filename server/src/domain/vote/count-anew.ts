import { DomainError } from '#shared/errors.ts'
import { tally } from '#shared/session/votes/tally.ts'
import type { StoredRound, VoteStore } from './vote-store.ts'

/**
 * Leaves somebody out of a round that is closed, or takes her in again: with the words that it was closed with, and with
 * a note of who did it.
 *
 * @returns the round as it is now
 * @throws {DomainError} `vote_is_secret`, `person_not_found`
 */
export async function countAnew(
  store: Pick<VoteStore, 'given' | 'revise' | 'find'>,
  round: StoredRound,
  change: { participantId: string; isLeftOut: boolean; atMs: number; byName: string },
): Promise<StoredRound> {
  const { id, boardId, result, revision } = round
  if (!result || round.setup.isSecret) throw new DomainError('vote_is_secret')
  const { dots, ballots } = await store.given(id)
  const ballot = ballots.find(({ participantId }) => participantId === change.participantId)
  if (!ballot) throw new DomainError('person_not_found')
  if (ballot.isLeftOut === change.isLeftOut) return round
  const changed = { ...ballot, isLeftOut: change.isLeftOut }
  const then = new Map(result.targets.map((target) => [target.targetId, target]))
  const next = tally(round, {
    dots,
    ballots: ballots.map((one) => (one === ballot ? changed : one)),
    targetOf: (targetId) => {
      const target = then.get(targetId)
      return target && { kind: target.kind, zone: target.zone, text: target.text, isGone: target.isGone }
    },
    changes: [...result.changes, { ...change, name: ballot.name }],
  })
  const isTaken = await store.revise(id, revision, next, changed)
  const now = await store.find(boardId, id)
  if (!now) throw new DomainError('vote_not_found')
  // Somebody else has just left out another: this one is counted on top of that.
  return isTaken ? now : countAnew(store, now, change)
}
