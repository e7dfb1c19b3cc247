import { localise } from '#shared/board/local-text.ts'
import { originOf } from '#shared/board/origin.ts'
import { DomainError } from '#shared/errors.ts'
import type {
  BoardZones,
  CarriedToBoard,
  Continuations,
  FeedContent,
  FeedingBoard,
  OriginBoard,
} from '#shared/http/feeds.ts'
import { maxCountedFeeds, maxReadForOneBoard } from '#shared/limits.ts'
import { actionsAt } from '#shared/templates/feeds.ts'
import {
  actionsZoneOf,
  endOfTemplate,
  type FeedEnd,
  feedsBetween,
  feedsByMethod,
} from '#shared/templates/feeds-between.ts'
import { findTemplate, templates } from '#shared/templates/index.ts'
import type { Caller } from '../access/caller.ts'
import { assertMayOnBoard } from '../access/policy.ts'
import type { Board, BoardSummary } from '../board/board.ts'
import type { BoardMembership } from '../board/board-access.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { BoardStore } from '../board/board-store.ts'
import type { Clock } from '../clock.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { StoredRound } from '../vote/vote-store.ts'
import { createBoardFacts, factsIn } from './board-facts.ts'
import { type CopyPlan, type CopyWish, planCopies } from './plan-copies.ts'
import { type BoardNow, countFeed, heldOn, readFeed, type VotesOf, zonesOf } from './read-feed.ts'

export type Feeds = ReturnType<typeof createFeeds>
export type CarryWish = Omit<CopyWish, 'rows'>

/** A copy says of so many boards where it came from; more than a board's readers follow. */
const maxOrigins = 100

/** What goes from one board of a pilot to another, as copies. Each method knows who asks, and what she may see. */
export function createFeeds(ports: {
  readonly boards: Pick<BoardStore, 'get' | 'listByPilot'>
  readonly membership: Pick<BoardMembership, 'memberOf'>
  readonly rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf' | 'add' | 'takeAway'>
  /** The newest first. */
  readonly roundsOf: (boardId: string) => Promise<readonly StoredRound[]>
  readonly secrets: Pick<Secrets, 'newId'>
  readonly clock: Clock
}) {
  const { boards, membership, rooms, roundsOf, secrets, clock } = ports
  const facts = createBoardFacts(rooms)
  const carrying = new Map<string, Promise<unknown>>()

  /** One carry after the other on a board: each has to see what the one before it has put there. */
  const afterOthers = async <T>(boardId: string, act: () => Promise<T>): Promise<T> => {
    const acting = (carrying.get(boardId) ?? Promise.resolve()).then(act, act)
    carrying.set(boardId, acting)
    try {
      return await acting
    } finally {
      if (carrying.get(boardId) === acting) carrying.delete(boardId)
    }
  }

  const memberOr = async (boardId: string, caller: Caller): Promise<BoardMember | undefined> => {
    try {
      return await membership.memberOf(boardId, caller)
    } catch (cause) {
      if (cause instanceof DomainError) return undefined
      throw cause
    }
  }

  const readNow = async (id: string): Promise<BoardNow> => ({ id, records: await rooms.readRecords(id) })

  /**
   * The board that is copied from, if the one who asks may read it and it is of the same pilot.
   *
   * @throws {DomainError} as `BoardMembership.memberOf`; `other_pilot`
   */
  const assertReadable = async (
    member: BoardMember,
    fromId: string,
    caller: Caller,
  ): Promise<[BoardSummary, Board]> => {
    assertMayOnBoard(await membership.memberOf(fromId, caller), 'board.read')
    const [from, to] = await Promise.all([boards.get(fromId), boards.get(member.boardId)])
    if (!from || !to) throw new DomainError('board_not_found')
    if (from.pilotId !== to.pilotId || from.id === to.id) throw new DomainError('other_pilot')
    return [from, to]
  }

  const plan = async (member: BoardMember, fromId: string, caller: Caller, wish: CarryWish): Promise<CopyPlan> => {
    const [from, to] = await assertReadable(member, fromId, caller)
    const [source, target, votes] = await Promise.all([readNow(from.id), readNow(to.id), votesOn(from.id)])
    const ends = [endNow(from, source), endNow(to, target)] as const
    const rows = feedsBetween(...ends).find(({ into }) => into === wish.zone)?.rows
    const carrying = { byId: member.participantId, nowMs: clock.nowMs(), newId: secrets.newId }
    return planCopies(source, target, { ...wish, rows }, votes, carrying)
  }

  /** Of the last closed round in which each had any. */
  const votesOn = async (boardId: string): Promise<VotesOf> => {
    const votes = new Map<string, number>()
    for (const { result } of await roundsOf(boardId)) {
      for (const target of result?.targets ?? []) {
        const count = target.votes + target.superVotes
        if (count > 0 && !votes.has(target.targetId)) votes.set(target.targetId, count)
      }
    }
    return votes
  }

  return {
    /** The other boards of the pilot that the caller is on; those that feed this one first, counted. */
    async list(member: BoardMember, caller: Caller): Promise<FeedingBoard[]> {
      const here = await boards.get(member.boardId)
      if (!here) throw new DomainError('board_not_found')
      const others = (await boards.listByPilot(here.pilotId, 'active')).filter(({ id }) => id !== here.id)
      const receiving: FeedEnd = { template: here.template, zones: (await facts.of(here.id)).zones }
      const readable: FeedingBoard[] = []
      const endOf = endsOfOthers()
      for (const board of others) {
        if (!(await memberOr(board.id, caller))) continue
        const { id, title, template, createdAtMs, changedAtMs } = board
        const feeding = feedsBetween(await endOf(board), receiving)
        const uncounted = { noteCount: null, votedCount: null }
        readable.push({
          ...{ id, title, template, createdAtMs, changedAtMs, ...uncounted },
          feeds: feeding.map(({ zones, into }) => ({ zones: [...zones], into })),
        })
      }
      const feeding = readable.filter((board) => board.feeds.length > 0)
      const counted: FeedingBoard[] = []
      // One after another: each may be a large board that nobody has open.
      for (const board of feeding.slice(0, maxCountedFeeds)) {
        const zones = new Set(board.feeds.flatMap((feed) => feed.zones))
        counted.push({ ...board, ...countFeed(await readNow(board.id), zones, await votesOn(board.id)) })
      }
      return [...counted, ...feeding.slice(maxCountedFeeds), ...readable.filter((board) => board.feeds.length === 0)]
    },

    /** What can be taken of another board. @throws {DomainError} as `BoardMembership.memberOf`; `other_pilot` */
    async read(member: BoardMember, fromId: string, caller: Caller, locale: string): Promise<FeedContent> {
      const [from, to] = await assertReadable(member, fromId, caller)
      const [source, target, votes] = await Promise.all([readNow(from.id), readNow(to.id), votesOn(from.id)])
      const { id, title, createdAtMs } = from
      return { id, title, createdAtMs, ...readFeed(source, { id: to.id, held: heldOn(target) }, votes, locale) }
    },

    /** Where things of this board can go on. Only accounts start boards. */
    async continuations(member: BoardMember, caller: Caller, locale: string): Promise<Continuations> {
      const here = await boards.get(member.boardId)
      if (!here) throw new DomainError('board_not_found')
      const giving: FeedEnd = { template: here.template, zones: (await facts.of(here.id)).zones }
      const isTracker = here.template === actionsAt.template
      const open: Continuations['boards'] = []
      const endOf = endsOfOthers()
      for (const board of await boards.listByPilot(here.pilotId, 'active')) {
        const { id, title, template, createdAtMs } = board
        if (id === here.id || (await memberOr(id, caller))?.role !== 'facilitator') continue
        const end = await endOf(board)
        const actionsInto = (isTracker ? undefined : actionsZoneOf(end)) ?? null
        open.push({
          id,
          title,
          template,
          createdAtMs,
          into: feedsBetween(giving, end)[0]?.into ?? actionsInto,
          actionsInto,
        })
      }
      const mayStart = caller.kind === 'account' || caller.kind === 'operator'
      const next = mayStart ? templates : []
      const fed = next.flatMap((template) => {
        const into = feedsByMethod(giving, endOfTemplate(template))[0]?.into
        return into === undefined ? [] : [{ template, into }]
      })
      const tracker = mayStart && !isTracker ? findTemplate(actionsAt.template) : undefined
      return {
        boards: [...open.filter(({ into }) => into), ...open.filter(({ into }) => !into)],
        templates: [...fed, ...(tracker ? [{ template: tracker, into: actionsAt.zone }] : [])].map(
          ({ template: { id, title }, into }) => ({ id, title: localise(title, locale), into }),
        ),
      }
    },

    async zones(boardId: string, locale: string): Promise<BoardZones> {
      return zonesOf(await readNow(boardId), locale)
    },

    /** The copies as the receiving board would have them; nothing is written. */
    plan,

    /** The same, written. @returns once they are durable. @throws {DomainError} `store_unavailable` */
    carry: (member: BoardMember, fromId: string, caller: Caller, wish: CarryWish) =>
      afterOthers(member.boardId, async () => {
        const { records, ...counts } = await plan(member, fromId, caller, wish)
        const ids = records.flatMap(({ id, typeName }) => (typeName === 'shape' ? [id] : []))
        if (ids.length > 0) await rooms.add(member.boardId, records, member.participantId)
        return { ids, ...counts }
      }),

    /** Takes away copies from other boards that the same person has made. @returns how many. */
    async undo(member: BoardMember, ids: readonly string[]): Promise<number> {
      const wanted = new Set(ids)
      const own = (await rooms.readRecords(member.boardId)).filter(
        ({ id, meta }) => wanted.has(id) && originOf(meta)?.elsewhere && meta?.by === member.participantId,
      )
      if (own.length === 0) return 0
      return rooms.takeAway(
        member.boardId,
        own.map(({ id }) => id),
        member.participantId,
      )
    },

    /** The boards that copies on this one came from, as far as the caller may know of them. */
    async origins(member: BoardMember, caller: Caller): Promise<OriginBoard[]> {
      const records = await rooms.readRecords(member.boardId)
      const ids = [...new Set(records.flatMap(({ meta }) => originOf(meta)?.elsewhere?.boardId ?? []))]
      const found: OriginBoard[] = []
      for (const id of ids.slice(0, maxOrigins)) found.push(await originFor(id, caller))
      return found
    },

    /** The other boards of the pilot on which copies of what lies here are now, of those that the caller is on. */
    async carriedTo(member: BoardMember, caller: Caller, locale: string): Promise<CarriedToBoard[]> {
      const here = await boards.get(member.boardId)
      if (!here) throw new DomainError('board_not_found')
      const inPilot = await Promise.all([
        boards.listByPilot(here.pilotId, 'active'),
        boards.listByPilot(here.pilotId, 'archived'),
      ])
      const carried: CarriedToBoard[] = []
      let searched = 0
      // One after another: each may be a large board that nobody has open.
      for (const { id, title } of inPilot.flat()) {
        if (id === here.id || searched === maxReadForOneBoard || !(await memberOr(id, caller))) continue
        searched += 1
        const found = (await facts.of(id)).copies.get(here.id)
        if (!found) continue
        const said = found.map(({ zone, ...copy }) => {
          return { ...copy, zone: zone?.key ?? null, heading: zone ? localise(zone.heading, locale) : '' }
        })
        carried.push({ id, title, copies: said })
      }
      return carried
    },
  }

  /**
   * Other boards of a pilot as feeds see them. One of our templates is taken to have the zones it began with; the others
   * have to be read for what they have.
   */
  function endsOfOthers(): (board: Board) => Promise<FeedEnd> {
    let readCount = 0
    return async ({ id, template }) => {
      const ours = template === null ? undefined : findTemplate(template)
      if (ours) return endOfTemplate(ours)
      readCount += 1
      return { template, zones: readCount > maxReadForOneBoard ? [] : (await facts.of(id)).zones }
    }
  }

  /** Who is on a board learns that it was deleted; to all others a board that is closed and none look the same. */
  async function originFor(id: string, caller: Caller): Promise<OriginBoard> {
    const isOnAll = caller.kind === 'account' || caller.kind === 'operator'
    const board = (await memberOr(id, caller)) ? await boards.get(id) : undefined
    if (board) return { id, state: 'open', title: board.title }
    return { id, state: isOnAll ? 'gone' : 'closed', title: '' }
  }
}

function endNow({ template }: Pick<Board, 'template'>, { records }: BoardNow): FeedEnd {
  return { template, zones: factsIn(records).zones }
}
