import type { Invite, InviteSummary } from './invite.ts'

/** Keeps invitations. */
export interface InviteStore {
  /** @returns false when the code is taken: nothing was written. @throws {DomainError} `board_not_found` */
  create(invite: Invite): Promise<boolean>
  get(boardId: string, id: string): Promise<InviteSummary | undefined>
  findByCode(code: string): Promise<Invite | undefined>
  findBySecret(secretHash: string): Promise<Invite | undefined>
  /** Newest first. */
  listByBoard(boardId: string): Promise<readonly InviteSummary[]>
  /** @throws {DomainError} `not_found` when the board has no such invitation */
  setSwitchedOff(boardId: string, id: string, isSwitchedOff: boolean): Promise<void>
}
