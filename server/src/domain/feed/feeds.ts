import { localise } from '#shared/board/local-text.ts'
import { originOf } from '#shared/board/origin.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import { DomainError } from '#shared/errors.ts'
import type {
  BoardZones,
  CarriedToBoard,
  Continuations,
  FeedContent,
  FeedingBoard,
  OriginBoard,
} from '#shared/http/feeds.ts'
import { maxCountedFeeds, maxSearchedForCopies } from '#shared/limits.ts'
import { actionsAt, feeds as allFeeds, type Feed } from '#shared/templates/feeds.ts'
import { findTemplate } from '#shared/templates/index.ts'
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
import { createCopyFinder } from './find-copies.ts'
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
  const copies = createCopyFinder(rooms)

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
    const rows = feedsBetween(from, to).find(({ into }) => into === wish.zone)?.rows
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
      const keys = new Set((await readNow(here.id)).records.filter(isZone).map(({ props }) => props?.key))
      const readable: FeedingBoard[] = []
      for (const board of others) {
        if (!(await memberOr(board.id, caller))) continue
        const { id, title, template, createdAtMs, changedAtMs } = board
        const feeding = feedsBetween(board, here).filter(({ into }) => keys.has(into))
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
      const needs = needsOf(here)
      const open: Continuations['boards'] = []
      for (const { id, title, template, createdAtMs } of await boards.listByPilot(here.pilotId, 'active')) {
        if (id === here.id || (await memberOr(id, caller))?.role !== 'facilitator') continue
        open.push({
          id,
          title,
          template,
          createdAtMs,
          into: needs.find((need) => need.template === template)?.zone ?? null,
        })
      }
      const mayStart = caller.kind === 'account' || caller.kind === 'operator'
      const templates = needs.flatMap(({ template: id, zone: into }) => {
        const template = mayStart ? findTemplate(id) : undefined
        return template ? [{ id, title: localise(template.title, locale), into }] : []
      })
      return { boards: [...open.filter(({ into }) => into), ...open.filter(({ into }) => !into)], templates }
    },

    async zones(boardId: string, locale: string): Promise<BoardZones> {
      return zonesOf(await readNow(boardId), locale)
    },

    /** The copies as the receiving board would have them; nothing is written. */
    plan,

    /** The same, written. @returns once they are durable. @throws {DomainError} `store_unavailable` */
    async carry(member: BoardMember, fromId: string, caller: Caller, wish: CarryWish) {
      const { records, ...counts } = await plan(member, fromId, caller, wish)
      const ids = records.flatMap(({ id, typeName }) => (typeName === 'shape' ? [id] : []))
      if (ids.length > 0) await rooms.add(member.boardId, records, member.participantId)
      return { ids, ...counts }
    },

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
        if (id === here.id || searched === maxSearchedForCopies || !(await memberOr(id, caller))) continue
        searched += 1
        const found = await copies.find(here.id, id)
        if (found.length === 0) continue
        const said = found.map(({ zone, ...copy }) => {
          return { ...copy, zone: zone?.key ?? null, heading: zone ? localise(zone.heading, locale) : '' }
        })
        carried.push({ id, title, copies: said })
      }
      return carried
    },
  }

  /** Who is on a board learns that it was deleted; to all others a board that is closed and none look the same. */
  async function originFor(id: string, caller: Caller): Promise<OriginBoard> {
    const isOnAll = caller.kind === 'account' || caller.kind === 'operator'
    const board = (await memberOr(id, caller)) ? await boards.get(id) : undefined
    if (board) return { id, state: 'open', title: board.title }
    return { id, state: isOnAll ? 'gone' : 'closed', title: '' }
  }
}

/** The first zone of each template that what this board decides is for; actions are for every board. */
function needsOf({ template }: Pick<Board, 'template'>): readonly { template: string; zone: string }[] {
  const fed = allFeeds.filter(({ from }) => from === template).map(({ to, into }) => ({ template: to, zone: into }))
  const needs = template === actionsAt.template ? fed : [...fed, actionsAt]
  return needs.filter((need, i) => needs.findIndex((other) => other.template === need.template) === i)
}

function feedsBetween(from: Pick<Board, 'template'>, to: Pick<Board, 'template'>): readonly Feed[] {
  return allFeeds.filter((feed) => feed.from === from.template && feed.to === to.template)
}
