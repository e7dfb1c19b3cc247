import { DomainError } from '#shared/errors.ts'
import type { Session } from '#shared/session/session.ts'
import { budgetOf, firstSuperSlot, kindOfSlot, mostOnOne } from '#shared/session/votes/budget.ts'
import { type ComparedTarget, compareRounds } from '#shared/session/votes/compare-rounds.ts'
import type { OpenVote, OwnDot, OwnVote, ResultView, VoteRound, Voter, VotesNews } from '#shared/session/votes/round.ts'
import type { Ballot } from '#shared/session/votes/tally.ts'
import { findSetupFault, findTargetFault, type VoteSetup } from '#shared/session/votes/vote-setup.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { RoomClock } from '../room/clock.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import { createCloseRounds } from './close-rounds.ts'
import { countAnew } from './count-anew.ts'
import { createOpenRound, type OpenRound } from './open-round.ts'
import {
  type ClosedRound,
  closedRoundsIn,
  factsOf,
  openViewFor,
  resultFor,
  type VotedIn,
  weightOf,
} from './round-view.ts'
import type { StoredRound, VoteStore } from './vote-store.ts'
import { createVoteTargets } from './vote-targets.ts'
import type { VoterRoll } from './voter-roll.ts'

/** A round as one person may see it: with her own dots while it is open, with its result when it is closed. */
export type RoundView = OpenVote & { readonly result: ResultView | null }
export type Votes = ReturnType<typeof createVotes>

export function createVotes(ports: {
  store: VoteStore
  rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf' | 'tellVotes'>
  /** The session that the board has now, and that is not over. */
  currentSession: (boardId: string) => Promise<Session | undefined>
  roll: VoterRoll
  secrets: Pick<Secrets, 'newId'>
  clock: RoomClock
  logger: RoomLogger
}) {
  const { store, rooms, currentSession, roll, secrets, clock, logger } = ports
  /** By board: there is one at a time. */
  const opened = new Map<string, OpenRound>()
  const lastClosed = new Map<string, NonNullable<VotesNews['closed']>>()
  const targets = createVoteTargets({ rooms, clock })
  const rounds = createCloseRounds({
    ...{ store, targets, clock, logger },
    onClosed({ round }, { revision }) {
      opened.delete(round.boardId)
      targets.forget(round.boardId)
      lastClosed.set(round.boardId, { id: round.id, revision })
      rooms.tellVotes(round.boardId, 'everybody')
    },
  })

  const isOver = ({ round: { closesAtMs } }: OpenRound) => closesAtMs !== null && closesAtMs <= clock.nowMs()

  /** @throws {DomainError} `vote_not_found` */
  const find = async (boardId: string, id: string): Promise<StoredRound> => {
    const round = await store.find(boardId, id)
    if (!round) throw new DomainError('vote_not_found')
    return round
  }

  /** The round where it takes dots. @throws {DomainError} `vote_not_found`, `vote_closed` */
  const findOpen = async (boardId: string, id: string): Promise<OpenRound> => {
    const open = opened.get(boardId)
    await open?.closing
    if (open && isOver(open)) await rounds.close(open)
    const now = opened.get(boardId)
    if (now?.round.id === id) return now
    await find(boardId, id)
    throw new DomainError('vote_closed')
  }

  const keepOpen = (round: StoredRound, given: Parameters<typeof createOpenRound>[1]): OpenRound => {
    const open = createOpenRound(round, given)
    opened.set(round.boardId, open)
    rounds.watch(open)
    return open
  }

  const present = async (round: StoredRound, member: BoardMember): Promise<RoundView> => {
    const open = opened.get(round.boardId)
    if (round.result || open?.round.id !== round.id)
      return { ...factsOf(round), own: null, voters: null, result: resultFor(round, member) }
    const view = openViewFor(open, member)
    const voters = view.voters && (await withEverybody(open, view.voters))
    return { ...view, voters, result: null }
  }

  /** Those who have all their dots left, too. */
  const withEverybody = async ({ round, ballotOf }: OpenRound, voters: readonly Voter[]): Promise<Voter[]> => {
    const others = (await roll.list(round.boardId)).filter(({ participantId }) => !ballotOf(participantId))
    return [
      ...voters,
      ...others.map(({ participantId, name, joinedAtMs, weight }) => ({
        ...{ participantId, name, joinedLater: joinedAtMs > round.openedAtMs, isLeftOut: false },
        budget: budgetOf(round.setup, { participantId, weight }),
        used: { dots: 0, superVotes: 0 },
      })),
    ]
  }

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
    const stored = await find(boardId, id)
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
    /** Whether a round takes dots on the board, or is being closed. */
    isOpen: (boardId: string): boolean => opened.has(boardId),

    /** Whether that takes dots in this zone, and there for a reason: a round on the whole board can do without any zone. */
    isOpenIn: (boardId: string, zoneKey: string): boolean =>
      opened.get(boardId)?.round.setup.zones.includes(zoneKey) ?? false,

    /** Takes up the rounds that were open when the server stopped. */
    async resume(): Promise<void> {
      for (const round of await store.listOpen()) {
        const open = keepOpen(round, await store.given(round.id))
        // It ended in the very moment in which the server did.
        if (await isSessionOver(round)) void closeAfterSession(open)
      }
    },

    /** Undefined where nobody has voted since the server started: nothing to tell. */
    newsFor(member: BoardMember): VotesNews | undefined {
      const open = opened.get(member.boardId)
      const closed = lastClosed.get(member.boardId) ?? null
      return open || closed ? { open: open ? openViewFor(open, member) : null, closed } : undefined
    },

    /** @throws {DomainError} `vote_is_open`, `too_many_votes`, `out_of_bounds`, `step_too_long`, `not_a_voter` */
    async open(member: BoardMember, given: { key: string; title: string; setup: VoteSetup }): Promise<RoundView> {
      const { key, title, setup } = given
      const { boardId, name } = member
      const fault = findSetupFault(setup)
      if (fault) throw new DomainError(fault)
      if (setup.decider && !(await roll.isVoter(boardId, setup.decider.participantId)))
        throw new DomainError('not_a_voter')
      const before = opened.get(boardId)
      if (before && isOver(before)) await rounds.close(before)
      const openedAtMs = clock.nowMs()
      const round = await store.open({
        ...{ id: secrets.newId(), boardId, key, title, setup, openedAtMs, openedByName: name },
        ...(await stepOf(boardId)),
        closesAtMs: setup.minutes === null ? null : openedAtMs + setup.minutes * 60_000,
      })
      if (!round.result && !opened.has(boardId)) {
        const open = keepOpen(round, { dots: [], ballots: [] })
        rooms.tellVotes(boardId, 'everybody')
        // It ended while the round was on its way into the store, and found none to close.
        if (await isSessionOver(round)) {
          await closeAfterSession(open)
          return present(await find(boardId, round.id), member)
        }
      }
      return present(round, member)
    },

    async list(boardId: string): Promise<readonly VoteRound[]> {
      return (await store.list(boardId)).map(factsOf)
    },

    /** @throws {DomainError} `vote_not_found` */
    async view(member: BoardMember, id: string): Promise<RoundView> {
      const open = opened.get(member.boardId)
      await open?.closing
      if (open && isOver(open)) await rounds.close(open)
      return present(await find(member.boardId, id), member)
    },

    /** Closed once, it stays as it is. @throws {DomainError} `vote_not_found` */
    async close(member: BoardMember, id: string): Promise<RoundView> {
      const open = opened.get(member.boardId)
      const closed = open?.round.id === id ? await rounds.close(open) : await find(member.boardId, id)
      return present(closed, member)
    },

    /** The session is over, and its open round with it. */
    async sessionEnded(boardId: string, sessionId: string): Promise<void> {
      const open = opened.get(boardId)
      if (open?.round.sessionId === sessionId) await closeAfterSession(open)
    },

    /** The rounds of a session that is over, and loose ones that were opened while it ran; the first one first. */
    async closedIn(member: BoardMember, session: VotedIn): Promise<ClosedRound[]> {
      const open = opened.get(member.boardId)
      // Ending the session has begun to close it: what comes of it belongs to the summary.
      if (open?.round.sessionId === session.id) await rounds.close(open)
      return closedRoundsIn(session, await store.list(member.boardId), member)
    },

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

    /** @throws {DomainError} `vote_not_found`, `person_not_found`, `vote_is_secret` */
    async leaveOut(
      by: BoardMember,
      id: string,
      person: { participantId: string; isLeftOut: boolean },
    ): Promise<RoundView> {
      const open = opened.get(by.boardId)
      await open?.closing
      const round = await find(by.boardId, id)
      if (round.result) return present(await leaveOutAfterwards(round, by, person), by)
      const now = await findOpen(by.boardId, id)
      const ballot = now.ballotOf(person.participantId) ?? (await emptyBallot(now.round, person.participantId))
      const changed = { ...ballot, isLeftOut: person.isLeftOut }
      if (!(await store.leaveOut(id, changed))) throw new DomainError('vote_closed')
      now.ballotChanged(changed)
      rooms.tellVotes(by.boardId, person)
      return present(now.round, by)
    },

    /** Closed rounds side by side, in the order in which they were asked for. @throws {DomainError} `vote_not_found`, `vote_is_open` */
    async compare(
      boardId: string,
      ids: readonly string[],
    ): Promise<{ rounds: VoteRound[]; targets: ComparedTarget[] }> {
      const found = await Promise.all(ids.map((id) => find(boardId, id)))
      const compared = found.map((round) => {
        if (!round.result) throw new DomainError('vote_is_open')
        return { id: round.id, result: round.result }
      })
      return { rounds: found.map(factsOf), targets: compareRounds(compared) }
    },
  }

  /** A board whose session cannot be read can still vote. */
  async function sessionOf(boardId: string): Promise<Session | undefined> {
    return currentSession(boardId).catch((err: unknown) => {
      if (err instanceof DomainError) return undefined
      throw err
    })
  }

  async function isSessionOver({ boardId, sessionId }: StoredRound): Promise<boolean> {
    return sessionId !== null && (await sessionOf(boardId))?.id !== sessionId
  }

  /** A facilitator can close it where this did not. */
  async function closeAfterSession(open: OpenRound): Promise<void> {
    await rounds.close(open).catch((err: unknown) => {
      const { boardId, id } = open.round
      logger.error({ boardId, roundId: id, err }, 'A vote of a session that is over could not be closed.')
    })
  }

  /** The step that is voted in. */
  async function stepOf(boardId: string): Promise<Pick<VoteRound, 'sessionId' | 'stepId'>> {
    const session = await sessionOf(boardId)
    const run = session?.run
    const step = run?.status === 'running' ? session?.plan.steps.find(({ id }) => id === run.stepId) : undefined
    return session && step?.mode === 'vote'
      ? { sessionId: session.id, stepId: step.id }
      : { sessionId: null, stepId: null }
  }

  async function leaveOutAfterwards(
    round: StoredRound,
    by: BoardMember,
    person: { participantId: string; isLeftOut: boolean },
  ): Promise<StoredRound> {
    const now = await countAnew(store, round, { ...person, atMs: clock.nowMs(), byName: by.name })
    if (now.revision === round.revision) return now
    lastClosed.set(round.boardId, { id: round.id, revision: now.revision })
    rooms.tellVotes(round.boardId, 'everybody')
    return now
  }

  async function emptyBallot({ boardId, openedAtMs }: StoredRound, participantId: string): Promise<Ballot> {
    const person = await roll.find(boardId, participantId)
    if (!person) throw new DomainError('person_not_found')
    const joinedLater = person.joinedAtMs > openedAtMs
    return { participantId, name: person.name, weight: person.weight, joinedLater, isLeftOut: false }
  }
}

function isSameDot(a: OwnDot, b: OwnDot): boolean {
  return a.targetId === b.targetId && a.point?.x === b.point?.x && a.point?.y === b.point?.y
}
