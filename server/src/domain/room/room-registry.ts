import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import type { Notice, Person } from '#shared/protocol/messages.ts'
import type { Session } from '#shared/session/session.ts'
import type { BoardMember, MemberChange } from '../board/board-member.ts'
import type { Restoration } from './board-log.ts'
import type { BoardAtRest, Refusal, Room } from './live-room.ts'
import { loadBoard, readBoardRecords } from './load-board.ts'
import { beginNextEpoch, bringToRest, type Restore, type Restored } from './restore-board.ts'
import { createRoom } from './room.ts'
import type { RoomPorts } from './room-ports.ts'
import type { VotesTold } from './session-teller.ts'

/** The live boards of this process, as the rest of the server sees them. Sockets use `room.ts` itself. */
export interface RoomRegistry {
  /** Committed records only, from the live room or from the log. @throws {DomainError} `board_not_found` */
  readRecords(boardId: string): Promise<readonly BoardRecord[]>
  /** Rises with every committed change of the board; equal numbers mean an equal picture. */
  versionOf(boardId: string): Promise<string>
  /** People connected now; 0 for a board that is not live. */
  peopleHere(boardId: string): number
  /** Closes the connections of those for whom `isAffected` says so: a deleted board, a switched-off invitation. */
  disconnect(boardId: string, kind: CloseKind, isAffected: (member: BoardMember) => boolean): void
  /** The same on every board: somebody's sign-in has ended. */
  disconnectEverywhere(kind: CloseKind, isAffected: (member: BoardMember) => boolean): void
  /** The board's session is another now; its room, where there is one, tells everybody. */
  tellSession(boardId: string, session: Session | undefined): void
  /** The board's votes are different for these people; facilitators among others hear of every person's dots. */
  tellVotes(boardId: string, to: VotesTold): void
  notifyFacilitators(boardId: string, notice: Notice): void
  /** Whether somebody has a line to the board. */
  isHere(boardId: string, participantId: string): boolean
  /** Who has been on the board since this was last asked; nobody where it is not live. */
  takePeopleSeen(boardId: string): readonly Person[]
  /** Everything that somebody on the board sees and may do follows at once. */
  changeMember(boardId: string, participantId: string, change: MemberChange): void
  /** Removes all shapes that somebody has made. @returns what they were. */
  removeMadeBy(boardId: string, participantId: string, byId: string): Promise<readonly BoardRecord[]>
  /** Puts back what was removed, but for what somebody has made anew. @returns how many shapes. */
  putBack(boardId: string, records: readonly BoardRecord[], byId: string): Promise<number>
  /** Puts records on the board that it does not have yet. @returns how many shapes. @throws {DomainError} `store_unavailable` */
  add(boardId: string, records: readonly BoardRecord[], byId: string): Promise<number>
  /** @returns how many of the shapes were there. @throws {DomainError} `store_unavailable` */
  takeAway(boardId: string, ids: readonly string[], byId: string): Promise<number>
  /** How many notes people of the board have written alone, by zone; told to everybody on it. */
  tellAlone(boardId: string, notesByZone: Readonly<Record<string, number>>): void
  /** How many boards are in memory. */
  liveBoards(): number
  /** Boards in memory on which something waits for an update that has not come. */
  waitingBoards(): number
  /** People connected now, counted once on each board. */
  allPeopleHere(): number
  /**
   * Makes the board anew from other records, in its next epoch. Everybody on it is told and sent away with 4409; who
   * wants to open it waits. What is in memory on some device of the epochs before stays there.
   *
   * @throws {DomainError} `store_unavailable`, with the board as it was
   */
  restore(boardId: string, restore: Restore): Promise<Restored>
  /**
   * Commits what was received, tells clients to come back, and closes. Resolves when nothing is left to do.
   *
   * @returns false when the store did not take everything in time.
   */
  drain(): Promise<boolean>
}

/** What the sockets use besides. */
export interface LiveRooms extends RoomRegistry {
  /**
   * The room of a board, loaded when it is not live. First openers who come at once share one load. Join it before
   * anything else is awaited, or it may be gone.
   *
   * @throws {RoomsClosing} after `drain`, or what made loading fail: never show an empty board instead.
   */
  open(boardId: string): Promise<Room>
  /** The room of a board that is live; undefined where it is not. */
  live(boardId: string): Room | undefined
  /** Calls back each time a room has left memory; its board may have another by then. */
  onClosed(listen: (boardId: string) => void): void
  /**
   * Brings a board to rest for as long as `act` runs. Where that says how its next epoch began, everybody on it is told
   * and sent there; otherwise, and when it throws, they come back to where they were.
   *
   * @throws {DomainError} `store_unavailable`, `not_ready`, with the board as it was
   */
  atRest(boardId: string, act: (atRest: BoardAtRest) => Promise<Restoration | undefined>): Promise<void>
}

/** The server is going down; come back to the next one. */
export class RoomsClosing extends Error {
  override readonly name = 'RoomsClosing'
}

/** What a drain may take; a store that takes no writes must not keep the server from stopping. */
const drainWithinMs = 5_000

type Opening = {
  readonly room: Promise<Room>
  readonly refusals: Refusal[]
  /** What a board that is being loaded was told of its session meanwhile. */
  session?: Session | undefined
}

/** The live boards of this process. One for each process. */
export function createRoomRegistry(ports: RoomPorts): LiveRooms {
  const { log, logger, clock, lastKept } = ports
  const rooms = new Map<string, Room>()
  const opening = new Map<string, Opening>()
  const restoring = new Map<string, Promise<unknown>>()
  const closedListeners: ((boardId: string) => void)[] = []
  let isClosing = false

  /** Resolves when the restore that runs now is over, whatever came of it. */
  const restored = async (boardId: string) => {
    await restoring.get(boardId)?.catch(() => undefined)
  }

  /** Nobody else opens the board meanwhile; those who want to wait. */
  const withoutOthers = async <T>(boardId: string, act: (room: Room | undefined) => Promise<T>): Promise<T> => {
    if (isClosing) throw new DomainError('not_ready')
    // Somebody who came before is still opening it. Whoever comes from here on waits for this: it must not wait for her.
    const openedBefore = opening.get(boardId)?.room
    const run = async () => {
      await openedBefore?.catch(() => undefined)
      const room = rooms.get(boardId)
      const result = await act(room)
      if (room && rooms.get(boardId) === room) rooms.delete(boardId)
      return result
    }
    const running = restored(boardId).then(run)
    restoring.set(boardId, running)
    try {
      return await running
    } finally {
      if (restoring.get(boardId) === running) restoring.delete(boardId)
    }
  }

  const holdAtRest = async (
    boardId: string,
    room: Room | undefined,
    act: (atRest: BoardAtRest) => Promise<Restoration | undefined>,
  ) => {
    try {
      const restoration = await act(await bringToRest(boardId, room, ports))
      if (restoration) room?.leaveTo(restoration)
      else room?.disconnect('goingAway', () => true)
    } catch (cause) {
      room?.disconnect('cannotOpen', () => true)
      throw cause
    }
  }

  /** A session that cannot be read is no reason not to show the board. */
  const sessionOf = async (boardId: string) => {
    try {
      return await ports.sessionOf(boardId)
    } catch (err) {
      logger.error({ boardId, err }, 'The session of a board cannot be read: the board is opened without it.')
      return undefined
    }
  }

  /** Nor is not knowing whose something was that may come back. */
  const goneShapes = async (boardId: string) => {
    try {
      return await log.goneShapes(boardId)
    } catch (err) {
      logger.error(
        { boardId, err },
        'Who made what was taken off a board cannot be read: the board is opened without it.',
      )
      return []
    }
  }

  const load = async (boardId: string, refusals: readonly Refusal[]): Promise<Room> => {
    await restored(boardId)
    const goesOn = rooms.get(boardId)
    if (goesOn) {
      // The restore came to nothing. A second room beside this one would not know what is still to be stored of it.
      goesOn.refuse(refusals)
      return goesOn
    }
    const [loaded, firstSession, gone] = await Promise.all([
      loadBoard(boardId, log, logger, lastKept),
      sessionOf(boardId),
      goneShapes(boardId),
    ])
    const room = createRoom(boardId, { loaded, firstSession, gone }, ports, () => {
      if (rooms.get(boardId) === room) rooms.delete(boardId)
      for (const listen of closedListeners) listen(boardId)
    })
    rooms.set(boardId, room)
    room.refuse(refusals)
    const told = opening.get(boardId)?.session
    if (told) room.tellSession(told)
    return room
  }

  const disconnect = (boardId: string, kind: CloseKind, isAffected: (member: BoardMember) => boolean) => {
    rooms.get(boardId)?.disconnect(kind, isAffected)
    // Those who wait for the board to load were let in before this was decided.
    opening.get(boardId)?.refusals.push({ kind, isAffected })
  }

  const open = async (boardId: string): Promise<Room> => {
    if (isClosing) throw new RoomsClosing()
    const live = opening.get(boardId)?.room ?? (restoring.has(boardId) ? undefined : rooms.get(boardId))
    if (live) return live
    const refusals: Refusal[] = []
    const room = load(boardId, refusals).finally(() => opening.delete(boardId))
    opening.set(boardId, { room, refusals })
    return room
  }

  return {
    open,
    tellVotes: (boardId, to) => rooms.get(boardId)?.tellVotes(to),
    tellSession(boardId, session) {
      const loading = opening.get(boardId)
      if (loading) loading.session = session
      rooms.get(boardId)?.tellSession(session)
    },
    notifyFacilitators: (boardId, notice) => rooms.get(boardId)?.notifyFacilitators(notice),
    isHere: (boardId, participantId) => rooms.get(boardId)?.isHere(participantId) ?? false,
    takePeopleSeen: (boardId) => rooms.get(boardId)?.takePeopleSeen() ?? [],
    changeMember(boardId, participantId, change) {
      rooms.get(boardId)?.changeMember(participantId, change)
      // Let in as what she was before, while the board loads: she comes back as what she is now.
      opening.get(boardId)?.refusals.push({
        kind: 'goingAway',
        isAffected: (member) => member.participantId === participantId,
      })
    },
    tellAlone: (boardId, notesByZone) => rooms.get(boardId)?.tellAlone(notesByZone),
    removeMadeBy: async (boardId, participantId, byId) => (await open(boardId)).removeMadeBy(participantId, byId),
    putBack: async (boardId, records, byId) => (await open(boardId)).putBack(records, byId),
    add: async (boardId, records, byId) => (await open(boardId)).add(records, byId),
    takeAway: async (boardId, ids, byId) => (await open(boardId)).takeAway(ids, byId),
    liveBoards: () => rooms.size,
    waitingBoards: () => [...rooms.values()].filter(({ isWaiting }) => isWaiting).length,
    async readRecords(boardId) {
      await restored(boardId)
      const room = rooms.get(boardId)
      if (room) return room.readRecords()
      const { doc, lastNumber, isRecovered } = await loadBoard(boardId, log, logger, lastKept)
      const records = readBoardRecords(doc)
      doc.destroy()
      if (lastNumber === 0 && !isRecovered) throw new DomainError('board_not_found', { boardId })
      return records
    },
    async versionOf(boardId) {
      await restored(boardId)
      return String(rooms.get(boardId)?.lastNumber ?? (await log.lastNumber(boardId)))
    },
    peopleHere: (boardId) => rooms.get(boardId)?.peopleHere ?? 0,
    disconnect,
    disconnectEverywhere(kind, isAffected) {
      for (const boardId of new Set([...rooms.keys(), ...opening.keys()])) disconnect(boardId, kind, isAffected)
    },
    restore: (boardId, restore) => withoutOthers(boardId, (room) => beginNextEpoch(boardId, restore, room, ports)),
    live: (boardId) => rooms.get(boardId),
    onClosed: (listen) => void closedListeners.push(listen),
    atRest: (boardId, act) => withoutOthers(boardId, (room) => holdAtRest(boardId, room, act)),
    allPeopleHere: () => [...rooms.values()].reduce((sum, room) => sum + room.peopleHere, 0),
    async drain() {
      isClosing = true
      const underWay = [...restoring.values(), ...[...opening.values()].map(({ room }) => room)]
      const drained = Promise.allSettled(underWay)
        .then(() => Promise.all([...rooms.values()].map((room) => room.drain())))
        .then(() => true)
      const late = new Promise<boolean>((resolve) => clock.after(drainWithinMs, () => resolve(false)))
      if (await Promise.race([drained, late])) return true
      logger.error({ boards: rooms.size }, 'The store did not take everything before the server had to stop.')
      for (const room of rooms.values()) room.disconnect('goingAway', () => true)
      return false
    },
  }
}
