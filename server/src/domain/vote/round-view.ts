import type { ResultView, VoteRound, VotesNews } from '#shared/session/votes/round.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { OpenRound } from './open-round.ts'
import type { StoredRound } from './vote-store.ts'

export function mayVote({ role }: Pick<BoardMember, 'role'>): boolean {
  return role !== 'viewer'
}

/** How many people somebody stands for. */
export function weightOf({ standsFor }: Pick<BoardMember, 'standsFor'>): number {
  return standsFor
}

/** What everybody may know of a round. */
export function factsOf(round: StoredRound): VoteRound {
  const { boardId: _boardId, result: _result, ...facts } = round
  return facts
}

/** Nothing but her own dots, and to a facilitator how many others have used. */
export function openViewFor(open: OpenRound, member: BoardMember): NonNullable<VotesNews['open']> {
  const { participantId, role } = member
  return {
    ...factsOf(open.round),
    own: mayVote(member) ? open.ownOf({ participantId, weight: weightOf(member) }) : null,
    voters: role === 'facilitator' ? open.voters() : null,
  }
}

export function resultFor({ result }: StoredRound, { role }: Pick<BoardMember, 'role'>): ResultView | null {
  return result && { ...result, voters: role === 'facilitator' ? result.voters : null }
}

/** A session that is over. */
export type VotedIn = { readonly id: string; readonly startedAtMs: number; readonly endedAtMs: number }
export type ClosedRound = VoteRound & { readonly result: ResultView }

/** @param rounds - the newest first */
export function closedRoundsIn(
  { id, startedAtMs, endedAtMs }: VotedIn,
  rounds: readonly StoredRound[],
  member: Pick<BoardMember, 'role'>,
): ClosedRound[] {
  return rounds.toReversed().flatMap((round) => {
    const { sessionId, openedAtMs } = round
    const isBesideIt = sessionId === null && openedAtMs >= startedAtMs && openedAtMs <= endedAtMs
    const result = sessionId === id || isBesideIt ? resultFor(round, member) : null
    return result ? [{ ...factsOf(round), result }] : []
  })
}
