import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import { encodeSaved } from '#shared/protocol/messages.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import { updateTickMs } from './pace.ts'
import { createTicker } from './ticker.ts'

type Told = { readonly bytes: Uint8Array; readonly writer: Connection | undefined }

/** So few updates for so few people go as they are, in one write: merging would cost more than it saves. */
const maxApart = { updates: 4, people: 50 }

/** Durable updates on their way to everybody, merged, and acknowledgements to their senders. Waits for no pointer. */
export interface UpdateFanOut {
  /**
   * Durable updates only.
   *
   * @param writer - who has them as they are, and need not be told, unless they are merged with others'.
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
  readonly send: (connection: Connection, frame: Uint8Array, nowMs: number, isMoreToCome: boolean) => void
  readonly isStoreWritable: () => boolean
  readonly stateVector: () => Map<number, number>
  /** Answers a step 1 with committed content. */
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void
}): UpdateFanOut {
  const { connections, clock, load, send } = ports
  let updates: Told[] = []
  let unsaid = new Set<Connection>()
  const ticker = createTicker(clock, () => updateTickMs(connections.size, load()), flush)

  function flush(): void {
    const nowMs = clock.monotonicMs()
    const frames = framesOf(updates, connections.size)
    const told = updates
    const toldSaved = unsaid
    updates = []
    unsaid = new Set()
    for (const connection of frames.length > 0 ? connections : toldSaved) {
      if (!connections.has(connection)) continue
      /** Sent once it is known whether more follows. */
      let next: Uint8Array | undefined
      if (frames.length > 0) {
        if (connection.missedFrom || isHeldBack(connection, nowMs)) miss(connection, told)
        else {
          for (const { frame, writer } of frames) {
            if (isOwn(connection, writer)) continue
            if (next) send(connection, next, nowMs, true)
            next = frame
          }
        }
      }
      if (connection.isExtended && toldSaved.has(connection)) {
        if (next) send(connection, next, nowMs, true)
        next = encodeSaved({ count: connection.saved, isStoreWritable: ports.isStoreWritable() })
      }
      if (next) send(connection, next, nowMs, false)
    }
  }

  function miss(connection: Connection, told: readonly Told[]): void {
    connection.missedFrom ??= new Map()
    for (const { bytes } of told) {
      for (const [client, clock] of Y.parseUpdateMeta(bytes).from) {
        connection.missedFrom.set(client, Math.min(clock, connection.missedFrom.get(client) ?? clock))
      }
    }
  }

  return {
    update(bytes, writer) {
      updates.push({ bytes, writer })
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

type Framed = { readonly frame: Uint8Array; readonly writer: Connection | undefined }

function framesOf(updates: readonly Told[], people: number): readonly Framed[] {
  if (updates.length <= 1 || (updates.length <= maxApart.updates && people <= maxApart.people)) {
    return updates.map(({ bytes, writer }) => ({ frame: encodeSync('update', bytes), writer }))
  }
  const merged = Y.mergeUpdates(updates.map(({ bytes }) => bytes))
  return [{ frame: encodeSync('update', merged), writer: undefined }]
}

/** A stock client may take its own edit for the sign that it was taken; ours is told by message 100. */
function isOwn(connection: Connection, writer: Connection | undefined): boolean {
  return connection === writer && connection.isExtended
}
