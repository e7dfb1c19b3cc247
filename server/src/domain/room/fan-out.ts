import * as Y from 'yjs'
import { type AwarenessEntry, isGone } from '#shared/protocol/awareness-entries.ts'
import { type CursorPoint, encodeCursors } from '#shared/protocol/cursors.ts'
import { encodeAwareness, encodeSync } from '#shared/protocol/frames.ts'
import { encodeSaved } from '#shared/protocol/messages.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'

/**
 * What leaves a room: one frame of each kind for each tick and the same bytes for everybody, so that its cost grows with
 * the people and not with their square. The first after quiet goes out at once.
 */
export interface FanOut {
  /** Durable updates only. */
  update(bytes: Uint8Array): void
  awareness(entries: readonly AwarenessEntry[]): void
  cursor(seat: number, point: CursorPoint): void
  /** The connection's `saved` count has grown. */
  saved(connection: Connection): void
  /** Sends to one, and remembers when. */
  send(connection: Connection, frame: Uint8Array): void
  /** Catches up those who were too slow and have read on, and hangs up on those who stand still. */
  tend(): void
  /** Sends what was gathered without waiting for the end of the tick. */
  flush(): void
  close(): void
}

export type FanOutPorts = {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly isStoreWritable: () => boolean
  readonly stateVector: () => Map<number, number>
  readonly allAwareness: () => readonly AwarenessEntry[]
  /** Answers a step 1 with committed content. */
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void
}

/** Above it, what goes stale by itself is left out: awareness and cursors. */
const skipPresenceAboveBytes = 64 * 1024
/** Above it, updates are held back, and made up for by one difference when the reader has caught up. */
export const holdUpdatesAboveBytes = 1024 * 1024
const caughtUpBelowBytes = 64 * 1024
/** Far above any one answer: whoever lets this much pile up is hung up on at once. */
const maxBacklogBytes = 64 * 1024 * 1024
const maxStandstillMs = 20_000
/** y-websocket hangs up after 30 s without a message of any kind. */
const keepAliveMs = 12_000
const emptyAwareness = encodeAwareness([])

/** Sixty frames a second are smooth; in a crowd each frame costs everybody, and eyes do not follow a hundred cursors. */
export function tickMsFor(people: number): number {
  if (people <= 30) return 16
  return people <= 100 ? 33 : 50
}

export function createFanOut(ports: FanOutPorts): FanOut {
  const { connections, clock } = ports
  let updates: Uint8Array[] = []
  let entries = new Map<number, AwarenessEntry>()
  let cursors = new Map<number, CursorPoint>()
  let unsaid = new Set<Connection>()
  let lastFlushAtMs = Number.NEGATIVE_INFINITY
  let stopWaiting: (() => void) | undefined

  const send = (connection: Connection, frame: Uint8Array) => {
    connection.lastSentAtMs = clock.monotonicMs()
    connection.sentBytes += frame.byteLength
    connection.peer.send(frame)
  }

  const schedule = () => {
    if (stopWaiting) return
    const elapsedMs = clock.monotonicMs() - lastFlushAtMs
    stopWaiting = clock.after(Math.max(0, tickMsFor(connections.size) - elapsedMs), flush)
  }

  function flush(): void {
    stopWaiting = undefined
    lastFlushAtMs = clock.monotonicMs()
    flushUpdates()
    flushPresence()
    for (const connection of unsaid) {
      if (!connections.has(connection) || !connection.isExtended) continue
      send(connection, encodeSaved({ count: connection.saved, isStoreWritable: ports.isStoreWritable() }))
    }
    unsaid = new Set()
  }

  function flushUpdates(): void {
    const [first] = updates
    if (!first) return
    const merged = updates.length === 1 ? first : Y.mergeUpdates(updates)
    updates = []
    const frame = encodeSync('update', merged)
    let from: Map<number, number> | undefined
    for (const connection of connections) {
      if (!connection.missedFrom && connection.peer.bufferedBytes <= holdUpdatesAboveBytes) {
        send(connection, frame)
        continue
      }
      from ??= Y.parseUpdateMeta(merged).from
      connection.missedFrom ??= new Map()
      for (const [client, clock] of from) {
        connection.missedFrom.set(client, Math.min(clock, connection.missedFrom.get(client) ?? clock))
      }
    }
  }

  function flushPresence(): void {
    if (entries.size === 0 && cursors.size === 0) return
    const awarenessFrame = entries.size > 0 ? encodeAwareness([...entries.values()]) : undefined
    const cursorFrame =
      cursors.size > 0 ? encodeCursors([...cursors].map(([seat, point]) => ({ seat, point }))) : undefined
    entries = new Map()
    cursors = new Map()
    for (const connection of connections) {
      const isBehind = connection.peer.bufferedBytes > skipPresenceAboveBytes
      if (awarenessFrame && isBehind) connection.hasMissedAwareness = true
      else if (awarenessFrame) send(connection, awarenessFrame)
      if (cursorFrame && connection.isExtended && connection.wantsCursors && !isBehind) send(connection, cursorFrame)
    }
  }

  const catchUp = (connection: Connection) => {
    const { missedFrom, unanswered } = connection
    if (unanswered) {
      connection.unanswered = undefined
      connection.missedFrom = undefined
      ports.answer(connection, unanswered)
    } else if (missedFrom) {
      connection.missedFrom = undefined
      const vector = ports.stateVector()
      for (const [client, clock] of missedFrom) {
        if (clock === 0) vector.delete(client)
        else vector.set(client, Math.min(clock, vector.get(client) ?? 0))
      }
      ports.answer(connection, Y.encodeStateVector(vector))
    }
    if (connection.hasMissedAwareness) {
      connection.hasMissedAwareness = false
      send(connection, encodeAwareness(ports.allAwareness()))
    }
  }

  /** True when it has not read a byte for too long. */
  const standsStill = (connection: Connection, bytes: number): boolean => {
    const readBytes = connection.sentBytes - bytes
    const nowMs = clock.monotonicMs()
    if (bytes <= caughtUpBelowBytes || readBytes > connection.progress.readBytes) {
      connection.progress = { readBytes, atMs: nowMs }
    }
    return nowMs - connection.progress.atMs > maxStandstillMs
  }

  return {
    send,
    update(bytes) {
      updates.push(bytes)
      schedule()
    },
    awareness(changed) {
      for (const entry of changed) {
        const waiting = entries.get(entry.clientId)
        if (!waiting || entry.clock > waiting.clock || isGone(entry.state) || isGone(waiting.state)) {
          entries.set(entry.clientId, entry)
        }
      }
      if (entries.size > 0) schedule()
    },
    cursor(seat, point) {
      cursors.set(seat, point)
      schedule()
    },
    saved(connection) {
      unsaid.add(connection)
      schedule()
    },
    tend() {
      for (const connection of [...connections]) {
        const bytes = connection.peer.bufferedBytes
        if (bytes > maxBacklogBytes || standsStill(connection, bytes)) connection.peer.close('tooSlow')
        else if (bytes <= caughtUpBelowBytes) catchUp(connection)
        if (clock.monotonicMs() - connection.lastSentAtMs >= keepAliveMs && bytes === 0)
          send(connection, emptyAwareness)
      }
    },
    flush() {
      stopWaiting?.()
      flush()
    },
    close() {
      stopWaiting?.()
      stopWaiting = undefined
    },
  }
}
