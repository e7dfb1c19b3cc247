import type { Person } from '#shared/protocol/messages.ts'
import { offeredTools } from '#shared/session/offered-tools.ts'
import type { Session } from '#shared/session/session.ts'
import type { PeopleAtTables } from '#shared/session/tables/people-at-tables.ts'
import { writeRuleOf } from '#shared/session/write-rule.ts'
import type { RoomClock } from './clock.ts'
import { createGuestWatch } from './guest-watch.ts'
import { createLeadWatch } from './lead-watch.ts'
import type { Allowance, Author } from './record-guard.ts'
import type { RoomPresence } from './room-presence.ts'
import { createSeatWatch } from './seat-watch.ts'

/** The session of a board as its room knows it: told to all, held to, and watched over while its leader is away. */
export interface RoomSession {
  allowanceOf(author: Author): Allowance
  /** An older version is passed over. Undefined: there is none any more. */
  set(session: Session | undefined): void
  /** Somebody came or went, or is something else now. */
  review(): void
  stop(): void
}

export function createRoomSession(ports: {
  readonly first: Session | undefined
  readonly clock: RoomClock
  /** Of the room, which is made of this. */
  readonly presence: () => Pick<RoomPresence, 'isHere' | 'here' | 'sessionChanged'>
  readonly onLeaderGone: (leaderId: string) => void
  readonly onPeopleAtTables: (people: PeopleAtTables) => void
  readonly onGuests: (sessionId: string, people: readonly Person[]) => void
}): RoomSession {
  const { clock, presence, onLeaderGone, onPeopleAtTables, onGuests } = ports
  let session = ports.first
  const lead = createLeadWatch({
    clock,
    session: () => session,
    isHere: (participantId) => presence().isHere(participantId),
    onLeaderGone,
  })
  const seats = createSeatWatch({
    clock,
    session: () => session,
    here: () => presence().here(),
    onPeople: onPeopleAtTables,
  })
  const guests = createGuestWatch({ clock, session: () => session, here: () => presence().here(), onGuests })
  const review = () => {
    lead.review()
    seats.review()
    guests.review()
  }

  return {
    allowanceOf: (author) => ({ rule: writeRuleOf(session, author), tools: offeredTools(session, author) }),
    set(next) {
      if (next && session?.id === next.id && session.version >= next.version) return
      session = next
      presence().sessionChanged(next)
      review()
    },
    review,
    stop() {
      lead.stop()
      seats.stop()
      guests.stop()
    },
  }
}
