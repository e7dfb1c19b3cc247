import type { Role } from '#shared/protocol/messages.ts'

/** A way onto one board, in one role. Its long secret is derived, never stored. */
export type Invite = {
  readonly id: string
  readonly boardId: string
  readonly role: Role
  /** Six characters, as facilitators read them out. */
  readonly code: string
  readonly secretHash: string
  /** Name of who made it, as shown to whom it invites. */
  readonly invitedBy: string | null
  readonly isSwitchedOff: boolean
  readonly expiresAtMs: number | null
  readonly createdAtMs: number
}

export type InviteSummary = Invite & { readonly joinedCount: number }
