import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Person } from '#shared/protocol/messages.ts'
import type { Session } from '#shared/session/session.ts'
import type { PeopleAtTables } from '#shared/session/tables/people-at-tables.ts'
import type { VotesNews } from '#shared/session/votes/round.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { BoardLog } from './board-log.ts'
import type { RoomClock } from './clock.ts'
import type { LayerHooks } from './layer-hooks.ts'

/** The operator's log; pino's shape. */
export interface RoomLogger {
  info(fields: Readonly<Record<string, unknown>>, sentence: string): void
  warn(fields: Readonly<Record<string, unknown>>, sentence: string): void
  error(fields: Readonly<Record<string, unknown>>, sentence: string): void
}

/** What a board was at a moment, or how it began. */
export type LastKept = { readonly records: readonly BoardRecord[] } & (
  | { readonly kind: 'checkpoint'; readonly checkpointId: string }
  | { readonly kind: 'template' | 'layer'; readonly checkpointId?: undefined }
)

/** What rooms ask of the process they run in. */
export interface RoomMachine {
  /** The share of the last moments in which it was busy, 0 to 1. */
  load(): number
  /** Compresses (gzip) beside the thread that everything else runs on. */
  compress(bytes: Uint8Array): Promise<Uint8Array>
  /** The same as a WebSocket message is compressed (RFC 7692), for any receiver. */
  deflate(message: Uint8Array): Promise<Uint8Array>
  /** For messages so small that another thread would only cost time. */
  deflateNow(message: Uint8Array): Uint8Array
}

/** What rooms need from outside. */
export type RoomPorts = {
  readonly log: BoardLog
  readonly clock: RoomClock
  readonly logger: RoomLogger
  readonly machine: RoomMachine
  /** Whether an image asset's `src` (`asset:<hash>.<ending>`) names a picture that is stored; by any board, for notes are copied. */
  readonly isStoredFile: (boardId: string, source: string) => boolean
  /** What may stand in for a board of which the beginning is lost; undefined where there is nothing but an empty board. */
  readonly lastKept: (boardId: string) => Promise<LastKept | undefined>
  /** The session that runs on a board, or is planned; undefined where there is none. */
  readonly sessionOf: (boardId: string) => Promise<Session | undefined>
  /** What somebody may know of the votes on her board; undefined where there is nothing to tell. */
  readonly votesOf: (member: BoardMember) => VotesNews | undefined
  /** Whether a vote is open in that zone of the board. */
  readonly isVotedIn: (boardId: string, zoneKey: string) => boolean
  /** Who leads the session has had no line for too long, and her deputy has one. */
  readonly onLeaderGone: (boardId: string, leaderId: string) => void
  /** People came to the tables of a session, or went. */
  readonly onPeopleAtTables: (boardId: string, people: PeopleAtTables) => void
  /** They are on the board while the session runs; each is told of once, and when she is something else. */
  readonly onGuests: (boardId: string, sessionId: string, people: readonly Person[]) => void
  /** Set where the rooms are people's own layers. */
  readonly layer?: (layerId: string) => LayerHooks
  /** How long an empty room waits for somebody to come back before it leaves memory. */
  readonly emptyRoomKeptMs: number
}
