import type { CloseKind } from '#shared/protocol/close-codes.ts'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import type { BoardMember } from '../board/board-member.ts'
import { createLineFlow, type LineFlow } from './line-flow.ts'

/** The other end of a connection, as rooms see it. */
export interface Peer {
  /**
   * @param isMoreToCome - the next frame follows at once, and both may be written together.
   * @param isDeflated - the frame is compressed (`RoomMachine.deflate`); only for one that takes that.
   */
  send(frame: Uint8Array, isMoreToCome?: boolean, isDeflated?: boolean): void
  readonly takesDeflated: boolean
  /** What was sent and has not left this machine yet. */
  readonly bufferedBytes: number
  /** Asks for an answer with the same number, behind all that was sent before. */
  ping(number: number): void
  /** Nothing is received or sent after it. */
  close(kind: CloseKind): void
}

/** What a room keeps of one connection. Everything in here is the room's own to change. */
export type Connection = {
  /** Her role may change while she is here. */
  member: BoardMember
  readonly peer: Peer
  /** It asked for our additions (`?ext=1`); a stock client gets y-websocket's messages alone. */
  readonly isExtended: boolean
  /** Its number in the room, by which message 103 names it. */
  readonly seat: number
  /** The others know who sits there; before, its pointer would be nobody's. */
  isSeatTold: boolean
  /** Its latest pointer; undefined when it has shown none. */
  cursor: CursorPoint | undefined
  /** False while its person saves data. */
  wantsCursors: boolean
  /** Its awareness id, from its first awareness message on. */
  clientId: number | undefined
  /** Sync frames received, and those of them that are dealt with. */
  received: number
  saved: number
  /** It has said what it has that the board has not. */
  hasAnswered: boolean
  lastSentAtMs: number
  /** The plan of the session that it was sent last. */
  planSeen: string | undefined
  /** The tables of the session that it was sent last. */
  tablesSeen: string | undefined
  /** How much of what is under way its line carries. */
  readonly line: LineFlow
  /** Number of the last changes of awareness, and of pointers, that it was sent. No pointers before it knows the seats. */
  statesSeen: number
  cursorsSeen: number | undefined
  /** Whose awareness it is still to be sent before it has all changes up to a number: its line takes them in parts only. */
  statesLeft: { readonly upTo: number; readonly clientIds: readonly number[] } | undefined
  /** When it was last told either, counted in turns of the room. */
  toldInTurn: number
  /** A step 1 of it is being answered; what it asks meanwhile waits. */
  isBeingAnswered: boolean
  /** What is left to send of a board in pieces. */
  pieces: { readonly zipped: Uint8Array; readonly from: number } | undefined
  /** Set while it reads too slowly to get updates: where the first one it missed began. */
  missedFrom: Map<number, number> | undefined
  /** A step 1 that waits for it to read what lies before it. */
  unanswered: Uint8Array | undefined
  /** How much it had read when it was last seen reading. */
  progress: { readonly readBytes: number; readonly atMs: number }
}

export function createConnection(
  member: BoardMember,
  peer: Peer,
  options: { readonly isExtended: boolean; readonly seat: number; readonly nowMs: number },
): Connection {
  return {
    member,
    peer,
    isExtended: options.isExtended,
    seat: options.seat,
    isSeatTold: false,
    cursor: undefined,
    wantsCursors: true,
    clientId: undefined,
    received: 0,
    saved: 0,
    hasAnswered: false,
    lastSentAtMs: options.nowMs,
    planSeen: undefined,
    tablesSeen: undefined,
    line: createLineFlow(peer.ping),
    statesSeen: 0,
    cursorsSeen: undefined,
    statesLeft: undefined,
    toldInTurn: 0,
    isBeingAnswered: false,
    pieces: undefined,
    missedFrom: undefined,
    unanswered: undefined,
    progress: { readBytes: 0, atMs: options.nowMs },
  }
}
