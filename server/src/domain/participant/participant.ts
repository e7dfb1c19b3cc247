import type { Role } from '#shared/protocol/messages.ts'

/** A person on a board who came by an invitation, from one device. */
export type Participant = {
  readonly id: string
  readonly boardId: string
  readonly guestId: string
  /** Null once the invitation is gone. */
  readonly inviteId: string | null
  readonly role: Role
  readonly name: string
  readonly country: string | null
  readonly organisation: string | null
  readonly joinedAtMs: number
  /** When a facilitator sent her away; null for everybody who may be here. */
  readonly removedAtMs: number | null
}
