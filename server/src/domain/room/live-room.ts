import type { BoardRecord } from '#shared/board/board-records.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import type { Notice, Person } from '#shared/protocol/messages.ts'
import type { Session } from '#shared/session/session.ts'
import type { BoardMember, MemberChange } from '../board/board-member.ts'
import type { Restoration, Reveal } from './board-log.ts'
import type { Peer } from './connection.ts'
import type { VotesTold } from './session-teller.ts'

/** One person's line into a room. */
export interface RoomConnection {
  /** Takes one frame, in the order of arrival. Closes the connection by itself when it is none. */
  receive(frame: Uint8Array): void
  /** The other end has answered a ping. */
  answered(number: number): void
  /** The line is gone. */
  leave(): void
}

/** Somebody was sent away while the board loaded. */
export type Refusal = { readonly kind: CloseKind; readonly isAffected: (member: BoardMember) => boolean }

/** The live copy of one board and its connections. */
export interface Room {
  readonly boardId: string
  readonly peopleHere: number
  /** Something in it waits for an update that has not come. */
  readonly isWaiting: boolean
  /** Number of the last committed row. */
  readonly lastNumber: number
  join(member: BoardMember, peer: Peer, options: { readonly isExtended: boolean }): RoomConnection
  /** Committed records only. */
  readRecords(): Promise<readonly BoardRecord[]>
  /** The session is another now; undefined when it is gone. */
  tellSession(session: Session | undefined): void
  /** The votes are different for these people. */
  tellVotes(to: VotesTold): void
  notifyFacilitators(notice: Notice): void
  isHere(participantId: string): boolean
  /** Who has been here since this was last asked, and is now. */
  takePeopleSeen(): readonly Person[]
  /** Everything that somebody here sees and may do follows at once. */
  changeMember(participantId: string, change: MemberChange): void
  /** @returns once it is durable: what was removed, as it was. */
  removeMadeBy(participantId: string, byId: string): Promise<readonly BoardRecord[]>
  /** What was removed, but for what somebody has made anew. @returns once it is durable: how many shapes. */
  putBack(records: readonly BoardRecord[], byId: string): Promise<number>
  /**
   * Puts on the board what was in layers, all of it or nothing.
   *
   * @param byId - who is stored as its writer
   * @returns once it is durable, however long that takes
   */
  reveal(records: readonly BoardRecord[], byId: string | null, reveal: Reveal): Promise<void>
  /**
   * Puts records on the board that it does not have yet.
   *
   * @returns once they are durable: how many shapes.
   * @throws {DomainError} `store_unavailable`
   */
  add(records: readonly BoardRecord[], byId: string): Promise<number>
  /** @returns once it is durable: how many shapes there were. @throws {DomainError} `store_unavailable` */
  takeAway(ids: readonly string[], byId: string): Promise<number>
  /** A zone or a page, as it is now; undefined for what is neither. */
  holder(id: string): BoardRecord | undefined
  holders(): readonly BoardRecord[]
  /** How many notes people have written alone, by zone. */
  tellAlone(notesByZone: Readonly<Record<string, number>>): void
  disconnect(kind: CloseKind, isAffected: (member: BoardMember) => boolean): void
  /** For those who join in this very turn, after having waited for the board. */
  refuse(refusals: readonly Refusal[]): void
  /** Takes no more frames, commits what came, says goodbye and closes. */
  drain(): Promise<void>
  /**
   * Takes no more frames and commits what came, so that the board can go on in another epoch. `leaveTo` or
   * `disconnect` follows. Undefined when it cannot: the room is ending already, or the store takes no writes.
   */
  rest(): Promise<BoardAtRest | undefined>
  /** The next epoch has begun: everybody is told and sent there. */
  leaveTo(restoration: Restoration): void
}

/** What was on a board when it came to rest. */
export type BoardAtRest = {
  readonly epoch: number
  /** Client ids of the epochs before. */
  readonly retired: ReadonlySet<number>
  /** Not all of it could be read when it was loaded. */
  readonly isRecovered: boolean
  /** Undefined where nothing of it could be read. */
  readonly records: readonly BoardRecord[] | undefined
  /** State vector with everybody who had a part in it. */
  readonly clients: Uint8Array
}
