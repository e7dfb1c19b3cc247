import { maxAwarenessBytes } from '#shared/limits.ts'
import type { AwarenessEntry } from '#shared/protocol/awareness-entries.ts'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import { encodeAwareness } from '#shared/protocol/frames.ts'
import type { Notice, Person } from '#shared/protocol/messages.ts'
import type { Reaction } from '#shared/protocol/reactions.ts'
import type { Session } from '#shared/session/session.ts'
import type { MemberChange } from '../board/board-member.ts'
import type { ClientIds } from './client-ids.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { FanOut } from './fan-out.ts'
import { createPeopleHere } from './people-here.ts'
import { createPresence } from './presence.ts'
import { createReactionTeller } from './reaction-teller.ts'
import type { RoomPorts } from './room-ports.ts'
import { createSeats } from './seats.ts'
import { createSessionTeller, type VotesTold } from './session-teller.ts'

/** Who is in a room, where they sit, and what they show of themselves, told to each other. */
export interface RoomPresence {
  readonly peopleHere: number
  takeSeat(): number
  join(connection: Connection): void
  leave(connection: Connection): void
  show(connection: Connection, entries: readonly AwarenessEntry[]): void
  point(connection: Connection, point: CursorPoint): void
  react(connection: Connection, reaction: Reaction): void
  tellAwareness(connection: Connection): void
  /** The session is another now; undefined when it is gone. */
  sessionChanged(session: Session | undefined): void
  /** The votes are different for these people. */
  votesChanged(to: VotesTold): void
  /** How many notes people have written alone, by zone. */
  aloneChanged(notesByZone: Readonly<Record<string, number>>): void
  /** Whether somebody has a line to this board. */
  isHere(participantId: string): boolean
  /** Each person once. */
  here(): readonly Person[]
  memberChanged(participantId: string, change: MemberChange): void
  /** Who has been here since this was last asked, and is now. */
  takePeopleSeen(): readonly Person[]
  close(): void
}

export function createRoomPresence(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly fanOut: FanOut
  readonly clientIds: ClientIds
  /** As it is when the room is made. */
  readonly session: Session | undefined
  readonly votesOf: RoomPorts['votesOf']
  readonly notify: (connection: Connection, notice: Notice) => void
}): RoomPresence {
  const { connections, clock, fanOut, notify } = ports
  const presence = createPresence(ports.clientIds)
  const people = createPeopleHere()
  const seats = createSeats()
  /** Of those who left: nobody else sits there until everybody knows. */
  let freedSeats: number[] = []
  let seen = new Map<string, Person>()
  const see = (participantId: string) => {
    const person = people.person(participantId)
    if (person) seen.set(participantId, person)
  }

  const session = createSessionTeller({
    ...{ connections, clock, people },
    session: ports.session,
    votesOf: ports.votesOf,
    send: fanOut.send,
    onWelcomed: fanOut.knowsSeats,
    onTold() {
      for (const seat of freedSeats) seats.free(seat)
      freedSeats = []
      for (const connection of connections) {
        if (connection.isSeatTold || connection.clientId === undefined) continue
        connection.isSeatTold = true
        if (connection.cursor) fanOut.cursor(connection.seat, connection.cursor)
      }
    },
  })

  let muted: readonly string[] = ports.session?.muted ?? []
  const reactions = createReactionTeller({
    ...{ connections, clock },
    isMuted: (participantId) => muted.includes(participantId),
    send: fanOut.send,
  })

  return {
    get peopleHere() {
      return people.count
    },
    takeSeat: seats.take,
    join(connection) {
      people.join(connection)
      see(connection.member.participantId)
      const states = presence.states()
      if (states.length > 0) fanOut.send(connection, encodeAwareness(states))
      fanOut.joined(connection)
      session.welcome(connection)
      session.changed(connection.member.participantId)
    },
    leave(connection) {
      people.leave(connection)
      freedSeats.push(connection.seat)
      fanOut.freeSeat(connection.seat)
      fanOut.awareness(presence.leave(connection))
      session.changed(connection.member.participantId)
    },
    show(connection, shown) {
      const entries = shown.filter(({ state }) => state.byteLength <= maxAwarenessBytes)
      if (entries.length < shown.length) notify(connection, { code: 'limit', limit: 'maxAwarenessBytes' })
      const { told, mustRenew, isNew } = presence.take(connection, entries)
      fanOut.awareness(told)
      if (mustRenew) fanOut.send(connection, encodeAwareness([mustRenew]))
      if (isNew) session.changed(connection.member.participantId)
    },
    point(connection, point) {
      connection.cursor = point
      // Whose pointer it is has to be known first.
      if (connection.isSeatTold && connection.clientId !== undefined) fanOut.cursor(connection.seat, point)
    },
    react: reactions.react,
    sessionChanged(next) {
      muted = next?.muted ?? []
      session.sessionChanged(next)
    },
    votesChanged: session.votesChanged,
    aloneChanged: session.aloneChanged,
    isHere: (participantId) => people.person(participantId) !== undefined,
    here: () => [...people.ids()].flatMap((id) => people.person(id) ?? []),
    memberChanged(participantId, change) {
      const theirs = [...connections].filter(({ member }) => member.participantId === participantId)
      for (const connection of theirs) connection.member = { ...connection.member, ...change }
      if (theirs.length > 0) see(participantId)
      session.changed(participantId)
      if (change.role) session.roleChanged(theirs)
    },
    takePeopleSeen() {
      const taken = [...seen.values()]
      seen = new Map()
      for (const participantId of people.ids()) see(participantId)
      return taken
    },
    tellAwareness: (connection) => fanOut.send(connection, encodeAwareness(presence.states())),
    close() {
      session.close()
      reactions.close()
    },
  }
}
