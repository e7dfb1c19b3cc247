import { encodePace } from '#shared/protocol/pace.ts'
import type { Connection } from './connection.ts'
import { cursorIntervalMs } from './pace.ts'

/** Tells senders how often to send their pointers (message 105), by the size of the room and what the process has to do. */
export interface PaceTeller {
  join(connection: Connection): void
  /** To be called about once a second. */
  review(): void
}

/** A room that empties, or a moment of rest, is no reason to speed up at once. */
const reviewsBeforeFaster = 5

export function createPaceTeller(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly load: () => number
  readonly send: (connection: Connection, frame: Uint8Array) => void
}): PaceTeller {
  const { connections, load, send } = ports
  const wantedMs = () => cursorIntervalMs(connections.size, load())
  let toldMs = wantedMs()
  let reviewsFaster = 0

  return {
    join(connection) {
      if (connection.isExtended) send(connection, encodePace(toldMs))
    },
    review() {
      const nextMs = wantedMs()
      reviewsFaster = nextMs < toldMs ? reviewsFaster + 1 : 0
      if (nextMs === toldMs || (nextMs < toldMs && reviewsFaster < reviewsBeforeFaster)) return
      toldMs = nextMs
      const frame = encodePace(toldMs)
      for (const connection of connections) if (connection.isExtended) send(connection, frame)
    },
  }
}
