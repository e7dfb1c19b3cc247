import { DomainError } from '#shared/errors.ts'
import { budgetOf, firstSuperSlot, kindOfSlot, mostOnOne } from '#shared/session/votes/budget.ts'
import type { OwnDot, OwnVote } from '#shared/session/votes/round.ts'
import type { Ballot } from '#shared/session/votes/tally.ts'
import { findTargetFault } from '#shared/session/votes/vote-setup.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { RoomClock } from '../room/clock.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { OpenRound } from './open-round.ts'
import { weightOf } from './round-view.ts'
import type { VoteStore } from './vote-store.ts'
import type { VoteTargets } from './vote-targets.ts'
import type { VoterRoll } from './voter-roll.ts'

/** Puts dots and takes them back while a round is open; what the store holds decides. */
export function createVoteDots(ports: {
  store: VoteStore
  targets: Pick<VoteTargets, 'placeOf'>
  roll: VoterRoll
  rooms: Pick<RoomRegistry, 'tellVotes'>
  clock: RoomClock
  /** The round where it takes dots. @throws {DomainError} `vote_not_found`, `vote_closed` */
  findOpen: (boardId: string, id: string) => Promise<OpenRound>
  isOver: (open: OpenRound) => boolean
}) {
  const { store, targets, roll, rooms, clock, findOpen, isOver } = ports

  const ballotFor = async ({ round, ballotOf }: OpenRound, member: BoardMember): Promise<Ballot> => {
    const { boardId, participantId, name } = member
    const known = ballotOf(participantId)
    if (known) return { ...known, name, weight: weightOf(member) }
    const person = await roll.find(boardId, participantId)
    const joinedLater = (person?.joinedAtMs ?? 0) > round.openedAtMs
    return { participantId, name, weight: weightOf(member), joinedLater, isLeftOut: false }
  }

  /** The store did not take a dot. @returns when it is there already. @throws {DomainError} why it did not */
  const explain = async (open: OpenRound, member: BoardMember, dot: OwnDot): Promise<void> => {
    const { boardId, participantId } = member
    const { id, setup } = open.round
    const { dots } = await store.given(id)
    const own = dots.filter((one) => one.participantId === participantId)
    const there = own.find(({ slot }) => slot === dot.slot)
    if (there && isSameDot(there, dot)) return
    const stored = await store.find(boardId, id)
    if (!stored) throw new DomainError('vote_not_found')
    if (stored.result || isOver(open)) throw new DomainError('vote_closed')
    if (open.ballotOf(participantId)?.isLeftOut) throw new DomainError('left_out_of_vote')
    if ((await roll.find(boardId, participantId))?.isRemoved) throw new DomainError('removed_from_board')
    if (there) throw new DomainError('dot_is_used')
    const onOne = own.filter(({ slot, targetId }) => targetId === dot.targetId && slot < firstSuperSlot)
    if (onOne.length >= mostOnOne(setup, budgetOf(setup, { participantId, weight: weightOf(member) })))
      throw new DomainError('one_dot_each')
    throw new DomainError('no_such_dot')
  }

  return {
    /**
     * Puts one of somebody's dots. The same again is the same.
     *
     * @throws {DomainError} `vote_closed`, `no_such_dot`, `dot_is_used`, `one_dot_each`, `not_votable`,
     *   `outside_vote_zone`, `left_out_of_vote`, `removed_from_board`
     */
    async putDot(member: BoardMember, id: string, dot: OwnDot): Promise<OwnVote> {
      const { boardId, participantId } = member
      const open = await findOpen(boardId, id)
      const ballot = await ballotFor(open, member)
      const kind = kindOfSlot(dot.slot, budgetOf(open.round.setup, ballot))
      if (!kind) throw new DomainError('no_such_dot')
      const fault = findTargetFault(open.round.setup, await targets.placeOf(boardId, dot.targetId), dot.point)
      if (fault) throw new DomainError(fault)
      await open.closing
      const given = { ...dot, participantId }
      const isPut = await store.putDot({ roundId: id, dot: given, kind, atMs: clock.nowMs(), voter: ballot })
      if (!isPut) await explain(open, member, dot)
      open.dotPut(given, { ...ballot, isLeftOut: open.ballotOf(participantId)?.isLeftOut ?? false })
      if (isPut) rooms.tellVotes(boardId, { participantId })
      return open.ownOf(ballot)
    },

    /** Takes one of somebody's dots back; one that is not there is back already. @throws {DomainError} `vote_closed` */
    async removeDot(member: BoardMember, id: string, slot: number): Promise<OwnVote> {
      const { boardId, participantId } = member
      const open = await findOpen(boardId, id)
      await open.closing
      if (!(await store.removeDot(id, participantId, slot, clock.nowMs()))) throw new DomainError('vote_closed')
      open.dotRemoved(participantId, slot)
      rooms.tellVotes(boardId, { participantId })
      return open.ownOf({ participantId, weight: weightOf(member) })
    },
  }
}

function isSameDot(a: OwnDot, b: OwnDot): boolean {
  return a.targetId === b.targetId && a.point?.x === b.point?.x && a.point?.y === b.point?.y
}
