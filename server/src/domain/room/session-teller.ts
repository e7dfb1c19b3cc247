import * as encoding from 'lib0/encoding'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { Presence } from './presence.ts'

/** Tells everybody who is here (message 101), gathered: a room that fills at once is told a few times a second. */
export interface SessionTeller {
  changed(): void
  close(): void
}

/** The whole list goes to everybody, so a large room hears less often. */
function gatherMsFor(people: number): number {
  return people <= 30 ? 50 : people * 4
}

export function createSessionTeller(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly presence: Presence
  readonly send: (connection: Connection, frame: Uint8Array) => void
}): SessionTeller {
  const { connections, clock, presence, send } = ports
  let version = 0
  let stopWaiting: (() => void) | undefined

  const tell = () => {
    stopWaiting = undefined
    version += 1
    // Turned into JSON once for all: only `self` differs between the recipients.
    const people = JSON.stringify(presence.people(connections))
    for (const connection of connections) {
      if (!connection.isExtended) continue
      const { participantId, role } = connection.member
      const self = JSON.stringify({ participantId, role })
      send(
        connection,
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MessageType.session)
          encoding.writeVarString(encoder, `{"version":${version},"self":${self},"people":${people}}`)
        }),
      )
    }
  }

  return {
    changed() {
      stopWaiting ??= clock.after(gatherMsFor(connections.size), tell)
    },
    close: () => stopWaiting?.(),
  }
}
