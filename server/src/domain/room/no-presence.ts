import { encodeAwareness } from '#shared/protocol/frames.ts'
import { encodeSession } from '#shared/protocol/session.ts'
import type { Connection } from './connection.ts'
import type { RoomPresence } from './room-presence.ts'

/** On somebody's own layer nobody is shown to anybody, not even that she is there. */
export function createNoPresence(send: (connection: Connection, frame: Uint8Array) => void): RoomPresence {
  return {
    peopleHere: 0,
    takeSeat: () => 0,
    join(connection) {
      const { participantId, role } = connection.member
      if (connection.isExtended)
        send(connection, encodeSession({ version: 0, self: { participantId, role }, people: [] }))
    },
    leave: () => undefined,
    show: () => undefined,
    point: () => undefined,
    react: () => undefined,
    tellAwareness: (connection) => send(connection, encodeAwareness([])),
    sessionChanged: () => undefined,
    votesChanged: () => undefined,
    aloneChanged: () => undefined,
    isHere: () => false,
    here: () => [],
    memberChanged: () => undefined,
    takePeopleSeen: () => [],
    close: () => undefined,
  }
}
