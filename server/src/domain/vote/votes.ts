import { DomainError } from '#shared/errors.ts'
import type { Session } from '#shared/session/session.ts'
import { budgetOf } from '#shared/session/votes/budget.ts'
import { type ComparedTarget, compareRounds } from '#shared/session/votes/compare-rounds.ts'
import type { OpenVote, ResultView, VoteRound, Voter, VotesNews } from '#shared/session/votes/round.ts'
import type { Ballot } from '#shared/session/votes/tally.ts'
import { findSetupFault, type VoteSetup } from '#shared/session/votes/vote-setup.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { RoomClock } from '../room/clock.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import { createCloseRounds } from './close-rounds.ts'
import { countAnew } from './count-anew.ts'
import { createOpenRound, type OpenRound } from './open-round.ts'
import { type ClosedRound, closedRoundsIn, factsOf, openViewFor, resultFor, type VotedIn } from './round-view.ts'
import { createVoteDots } from './vote-dots.ts'
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

  return {
    ...createVoteDots({ store, targets, roll, rooms, clock, findOpen, isOver }),

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
