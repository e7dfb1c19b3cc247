import type { PersonPlace, Role } from '#shared/protocol/messages.ts'

/** Somebody who may be on a board: a participant who joined by invitation, or the holder of an account. */
export type BoardMember = {
  readonly boardId: string
  /** Stable for the person on this board, across devices' reconnects and the server's restarts. */
  readonly participantId: string
  readonly role: Role
  readonly name: string
  readonly country: string | null
  readonly organisation: string | null
  /** Where she takes part; null as long as nobody has said. */
  readonly place: PersonPlace | null
  /** How many people a table's device is; 1 for everybody else. */
  readonly standsFor: number
  /** Set for account holders. */
  readonly accountId: string | null
  /** The sign-in by which the holder of an account came, as stored; null for everybody else. */
  readonly signInHash: string | null
  /** The invitation by which the participant came. */
  readonly inviteId: string | null
}

/** What may become different of somebody while she is on the board. */
export type MemberChange = Partial<Pick<BoardMember, 'role' | 'place' | 'standsFor'>>

/** What a request or an upgrade carries to say who is asking. */
export type Credentials = {
  /** From `Authorization: Bearer` or `?token=`: a join token, or the operator's ADMIN_TOKEN. */
  readonly token: string | undefined
  /** The raw Cookie header. */
  readonly cookie: string | undefined
}

export interface BoardAccess {
  /**
   * @throws {DomainError} `not_signed_in` (nobody, or a token nobody issued), `not_a_member` (somebody, but not of this
   * board), `removed_from_board`, `board_not_found`, `board_deleted`
   */
  resolve(boardId: string, credentials: Credentials): Promise<BoardMember>
}
