import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import { encodeSaved } from '#shared/protocol/messages.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import { updateTickMs } from './pace.ts'
import { createTicker } from './ticker.ts'

/** Durable updates on their way to everybody, merged, and acknowledgements to their senders. Waits for no pointer. */
export interface UpdateFanOut {
  /**
   * Durable updates only.
   *
   * @param writer - who has them as they are, and need not be told, unless they go together with others'.
   */
  update(bytes: Uint8Array, writer: Connection | undefined): void
  /** The connection's `saved` count has grown. */
  saved(connection: Connection): void
  flush(): void
  /** Makes up for what a reader missed, once it has read on. */
  catchUp(connection: Connection): void
  stop(): void
}

/** Above it, updates are held back, and made up for by one difference when the reader has caught up. */
const holdAboveBytes = 1024 * 1024
/** In budgets: the line has not answered for more than a second. */
const stands = 4

export function isHeldBack(connection: Connection, nowMs: number): boolean {
  const { peer, line } = connection
  if (peer.bufferedBytes > holdAboveBytes) return true
  return line.underwayBytes > holdAboveBytes && line.fullness(nowMs) >= stands
}

export function createUpdateFanOut(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly load: () => number
  readonly send: (connection: Connection, frame: Uint8Array, nowMs: number) => void
  readonly isStoreWritable: () => boolean
  readonly stateVector: () => Map<number, number>
  /** Answers a step 1 with committed content. */
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void
}): UpdateFanOut {
  const { connections, clock, load, send } = ports
  let updates: Uint8Array[] = []
  let onlyWriter: Connection | undefined
  let unsaid = new Set<Connection>()
  const ticker = createTicker(clock, () => updateTickMs(connections.size, load()), flush)

  function flush(): void {
    const nowMs = clock.monotonicMs()
    flushUpdates(nowMs)
    for (const connection of unsaid) {
      if (!connections.has(connection) || !connection.isExtended) continue
      send(connection, encodeSaved({ count: connection.saved, isStoreWritable: ports.isStoreWritable() }), nowMs)
    }
    unsaid = new Set()
  }

  function flushUpdates(nowMs: number): void {
    const [first] = updates
    if (!first) return
    const merged = updates.length === 1 ? first : Y.mergeUpdates(updates)
    const writer = updates.length === 1 ? onlyWriter : undefined
    updates = []
    const frame = encodeSync('update', merged)
    let from: Map<number, number> | undefined
    for (const connection of connections) {
      // A stock client may take its own edit for the sign that it was taken; ours is told by message 100.
      if (connection === writer && connection.isExtended) continue
      if (!connection.missedFrom && !isHeldBack(connection, nowMs)) {
        send(connection, frame, nowMs)
        continue
      }
      from ??= Y.parseUpdateMeta(merged).from
      connection.missedFrom ??= new Map()
      for (const [client, clock] of from) {
        connection.missedFrom.set(client, Math.min(clock, connection.missedFrom.get(client) ?? clock))
      }
    }
  }

  return {
    update(bytes, writer) {
      updates.push(bytes)
      onlyWriter = writer
      ticker.request()
    },
    saved(connection) {
      unsaid.add(connection)
      ticker.request()
    },
    flush: ticker.runNow,
    catchUp(connection) {
      const { missedFrom, unanswered } = connection
      connection.unanswered = undefined
      connection.missedFrom = undefined
      if (unanswered) {
        ports.answer(connection, unanswered)
      } else if (missedFrom) {
        const vector = ports.stateVector()
        for (const [client, clock] of missedFrom) {
          if (clock === 0) vector.delete(client)
          else vector.set(client, Math.min(clock, vector.get(client) ?? 0))
        }
        ports.answer(connection, Y.encodeStateVector(vector))
      }
    },
    stop: ticker.stop,
  }
}
