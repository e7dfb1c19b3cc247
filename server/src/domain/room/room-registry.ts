import type { BoardRecord } from '#shared/board/board-records.ts'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import type { BoardMember } from '../board/board-member.ts'

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
  /** Commits what was received, tells clients to come back, and closes. Resolves when nothing is left to do. */
  drain(): Promise<void>
}
