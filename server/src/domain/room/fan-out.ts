import type { AwarenessEntry } from '#shared/protocol/awareness-entries.ts'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import { encodeAwareness } from '#shared/protocol/frames.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import { createPresenceFanOut } from './presence-fan-out.ts'
import { createUpdateFanOut } from './update-fan-out.ts'

/** What leaves a room. Updates and presence each have their own time; the line of each connection says how much of it. */
export interface FanOut {
  /**
   * Durable updates only.
   *
   * @param writer - who has them as they are.
   */
  update(bytes: Uint8Array, writer?: Connection): void
  awareness(entries: readonly AwarenessEntry[]): void
  cursor(seat: number, point: CursorPoint): void
  freeSeat(seat: number): void
  /** Has just been sent all awareness. */
  joined(connection: Connection): void
  knowsSeats(connection: Connection): void
  /** Somebody may be told more than before. */
  resume(): void
  /** The connection's `saved` count has grown. */
  saved(connection: Connection): void
  /** Sends to one, and remembers when and how much. */
  send(connection: Connection, frame: Uint8Array): void
  sendDeflated(connection: Connection, frame: Uint8Array): void
  /** The other end has answered a ping. */
  answered(connection: Connection, number: number): void
  /** Catches up those who were too slow and have read on, and hangs up on those who stand still. */
  tend(): void
  /** Sends updates without waiting for the end of their tick. */
  flush(): void
  close(): void
}

export type FanOutPorts = {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly load: () => number
  /** As a WebSocket message is compressed, at once. */
  readonly deflate: (frame: Uint8Array) => Uint8Array
  readonly isStoreWritable: () => boolean
  readonly stateVector: () => Map<number, number>
  /** Answers a step 1 with committed content. */
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void
}

const caughtUpBelowBytes = 64 * 1024
/** Far above any one answer: whoever lets this much pile up is hung up on at once. */
const maxBacklogBytes = 64 * 1024 * 1024
const maxStandstillMs = 20_000
/** y-websocket hangs up after 30 s without a message of any kind. */
const keepAliveMs = 12_000
const emptyAwareness = encodeAwareness([])

export function createFanOut(ports: FanOutPorts): FanOut {
  const { connections, clock } = ports

  const sendAt = (
    connection: Connection,
    frame: Uint8Array,
    nowMs: number,
    isMoreToCome = false,
    isDeflated = false,
  ) => {
    connection.lastSentAtMs = nowMs
    connection.line.sent(frame.byteLength)
    connection.peer.send(frame, isMoreToCome, isDeflated)
    connection.line.probe(nowMs)
  }
  const updates = createUpdateFanOut({ ...ports, send: sendAt })
  const presence = createPresenceFanOut({
    ...ports,
    send: (connection, { frame, isDeflated }, nowMs) => sendAt(connection, frame, nowMs, false, isDeflated),
  })

  /** True when it has not read a byte for too long. */
  const standsStill = (connection: Connection, bytes: number, nowMs: number): boolean => {
    const { arrivedBytes, sentBytes } = connection.line
    // Behind one large message no ping is answered for long; but its line takes more of it.
    const readBytes = Math.max(arrivedBytes, sentBytes - bytes)
    if (bytes <= caughtUpBelowBytes || readBytes > connection.progress.readBytes) {
      connection.progress = { readBytes, atMs: nowMs }
    }
    return nowMs - connection.progress.atMs > maxStandstillMs
  }

  return {
    send: (connection, frame) => sendAt(connection, frame, clock.monotonicMs()),
    sendDeflated: (connection, frame) => sendAt(connection, frame, clock.monotonicMs(), false, true),
    update: (bytes, writer) => updates.update(bytes, writer),
    saved: updates.saved,
    flush: updates.flush,
    awareness: presence.awareness,
    cursor: presence.cursor,
    freeSeat: presence.freeSeat,
    joined: presence.joined,
    knowsSeats: presence.knowsSeats,
    resume: presence.resume,
    answered(connection, number) {
      const nowMs = clock.monotonicMs()
      const wasFull = connection.line.fullness(nowMs) >= 1
      connection.line.answered(number, nowMs)
      connection.line.probe(nowMs)
      if (wasFull) presence.resume()
    },
    tend() {
      const nowMs = clock.monotonicMs()
      for (const connection of [...connections]) {
        const { peer, line } = connection
        const bytes = peer.bufferedBytes
        if (bytes > maxBacklogBytes || standsStill(connection, bytes, nowMs)) peer.close('tooSlow')
        else if (bytes <= caughtUpBelowBytes && line.underwayBytes <= caughtUpBelowBytes) updates.catchUp(connection)
        line.probe(nowMs)
        if (nowMs - connection.lastSentAtMs >= keepAliveMs && bytes === 0) sendAt(connection, emptyAwareness, nowMs)
      }
      presence.tend()
    },
    close() {
      updates.stop()
      presence.stop()
    },
  }
}
