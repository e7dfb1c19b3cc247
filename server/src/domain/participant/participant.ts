import type { PersonPlace, Role } from '#shared/protocol/messages.ts'

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
  /** Where she takes part; null as long as nobody has said. */
  readonly place: PersonPlace | null
  /** How many people a table's device is; 1 for everybody else. */
  readonly standsFor: number
  readonly joinedAtMs: number
  /** When a facilitator sent her away; null for everybody who may be here. */
  readonly removedAtMs: number | null
}
