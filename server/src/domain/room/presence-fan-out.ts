import { type AwarenessEntry, isGone } from '#shared/protocol/awareness-entries.ts'
import { type CursorPoint, encodeCursors, type SeatCursor } from '#shared/protocol/cursors.ts'
import { encodeAwareness } from '#shared/protocol/frames.ts'
import { createChangeTable } from './change-table.ts'
import type { RoomClock } from './clock.ts'
import type { Connection } from './connection.ts'
import { presenceLeadMs, presenceTickMs } from './pace.ts'
import { createTicker } from './ticker.ts'

/**
 * What people show of themselves, told to all others: one frame for each tick and the same bytes for everybody who is up
 * to date, so that its cost grows with the people and not with their square. Of what nobody could read in time, only the
 * latest is told.
 */
export interface PresenceFanOut {
  awareness(entries: readonly AwarenessEntry[]): void
  cursor(seat: number, point: CursorPoint): void
  /** Nobody sits there any more. */
  freeSeat(seat: number): void
  /** Has just been sent all awareness. */
  joined(connection: Connection): void
  /** Knows from now on whose the seats are: its first frame has everybody's pointer. */
  knowsSeats(connection: Connection): void
  /** The line of one who had fallen behind has room again. */
  resume(): void
  tend(): void
  stop(): void
}

/** What goes to a connection: the bytes of a message, compressed or not. */
export type Told = { readonly frame: Uint8Array; readonly isDeflated?: boolean }

/**
 * A crowd takes turns: so many are told at a time, spread over the tick. Told all at once, the last would wait for the
 * writing of megabytes to the others, on top of a tick.
 */
const peoplePerTurn = 100
/** The share of a turn that one room may send presence in, but for a few milliseconds; who is left over comes first in the next. */
const maxShareOfTick = 0.6
const minFlushMs = 4
/** What may be under way before awareness waits as well, in budgets of the line. */
const awarenessWaitsAbove = 2
/** From here on a frame that is compressed once costs less than the bytes that each receiver is spared. */
const packAboveBytes = 2 * 1024

export function createPresenceFanOut(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly clock: RoomClock
  readonly load: () => number
  /** As a WebSocket message is compressed. */
  readonly deflate: (frame: Uint8Array) => Uint8Array
  readonly send: (connection: Connection, told: Told, nowMs: number) => void
}): PresenceFanOut {
  const { connections, clock, load, deflate, send } = ports
  const states = createChangeTable<number, AwarenessEntry>()
  const cursors = createChangeTable<number, SeatCursor>()
  let turn = 0
  /** The last turn did not get round. */
  let isAnybodyLeft = false

  const turns = () => Math.max(1, Math.round(connections.size / peoplePerTurn))
  const turnMs = () => presenceTickMs(connections.size, load()) / turns()
  const ticker = createTicker(clock, turnMs, flush, () => presenceLeadMs(load()))

  const pack = (frame: Uint8Array): Told =>
    frame.byteLength > packAboveBytes ? { frame: deflate(frame), isDeflated: true } : { frame }

  function flush(): void {
    turn += 1
    const statesNow = states.seal()
    const cursorsNow = cursors.seal()
    const statesOf = bySeen((seen) => {
      const shown = states.since(seen)
      const frame = frameOf(shown, encodeAwareness)
      return { frame, pack: once(pack), only: shown.length === 1 ? shown[0]?.clientId : undefined }
    })
    const cursorsOf = bySeen((seen) => {
      const moved = cursors.since(seen)
      return { frame: frameOf(moved, encodeCursors), only: moved.length === 1 ? moved[0]?.seat : undefined }
    })
    const nowMs = clock.monotonicMs()
    const endMs = nowMs + Math.max(minFlushMs, turnMs() * maxShareOfTick)
    let left = Math.ceil(connections.size / turns())
    let isUnfinished = false
    for (const connection of inTurn()) {
      const { cursorsSeen, statesSeen } = connection
      const isWaitingForCursors = connection.wantsCursors && cursorsSeen !== undefined && cursorsSeen < cursorsNow
      const isWaitingForStates = statesSeen < statesNow
      if (!isWaitingForCursors && !isWaitingForStates) continue
      if (left === 0 || (isWaitingForStates && clock.monotonicMs() > endMs)) {
        isAnybodyLeft = true
        ticker.request()
        return
      }
      const fullness = connection.line.fullness(nowMs)
      const takesCursors = isWaitingForCursors && fullness < 1
      const takesStates = isWaitingForStates && fullness < awarenessWaitsAbove
      if (takesCursors) {
        const { frame, only } = cursorsOf(cursorsSeen)
        // Nobody has to be told where she points herself.
        if (frame && only !== connection.seat) send(connection, { frame }, nowMs)
        connection.cursorsSeen = cursorsNow
      }
      if (takesStates) {
        const { frame, pack, only } = statesOf(statesSeen)
        const told = frame && connection.peer.takesDeflated ? pack(frame) : frame && { frame }
        const { budgetBytes, underwayBytes } = connection.line
        const roomBytes = budgetBytes * awarenessWaitsAbove - underwayBytes
        if (connection.statesLeft || (told && told.frame.byteLength > roomBytes)) {
          sendPart(connection, Math.min(roomBytes, budgetBytes / 2), nowMs)
          isUnfinished ||= connection.statesLeft !== undefined && connection.line.fullness(nowMs) < awarenessWaitsAbove
        } else {
          if (told && (only === undefined || only !== connection.clientId)) send(connection, told, nowMs)
          connection.statesSeen = statesNow
        }
      }
      if (!takesCursors && !takesStates) continue
      connection.toldInTurn = turn
      left -= 1
    }
    isAnybodyLeft = false
    if (isUnfinished) ticker.request()
  }

  /** Those first who have waited longest. */
  function inTurn(): Iterable<Connection> {
    if (!isAnybodyLeft) return connections
    return [...connections].sort((a, b) => a.toldInTurn - b.toldInTurn)
  }

  /** What stock clients show is some hundred bytes each: a room of them in one frame would stand before every note. */
  function sendPart(connection: Connection, maxBytes: number, nowMs: number): void {
    const { upTo, clientIds } = connection.statesLeft ?? {
      upTo: states.sealed,
      clientIds: states.since(connection.statesSeen).map(({ clientId }) => clientId),
    }
    const part: AwarenessEntry[] = []
    let bytes = 0
    let taken = 0
    for (const clientId of clientIds) {
      const entry = states.get(clientId)
      bytes += entry?.state.byteLength ?? 0
      if (part.length > 0 && bytes > maxBytes) break
      if (entry) part.push(entry)
      taken += 1
    }
    const frame = frameOf(part, encodeAwareness)
    if (frame) send(connection, { frame }, nowMs)
    const left = clientIds.slice(taken)
    if (left.length === 0) connection.statesSeen = upTo
    connection.statesLeft = left.length > 0 ? { upTo, clientIds: left } : undefined
  }

  return {
    awareness(changed) {
      for (const entry of changed) states.set(entry.clientId, entry)
      if (changed.length > 0) ticker.request()
    },
    cursor(seat, point) {
      cursors.set(seat, { seat, point })
      ticker.request()
    },
    freeSeat: cursors.delete,
    joined(connection) {
      connection.statesSeen = states.sealed
      connection.statesLeft = undefined
    },
    knowsSeats(connection) {
      connection.cursorsSeen = 0
      if (cursors.sealed > 0) ticker.request()
    },
    resume: ticker.request,
    tend() {
      let seenByAll = states.sealed
      for (const { statesSeen, cursorsSeen, wantsCursors } of connections) {
        seenByAll = Math.min(seenByAll, statesSeen)
        const lacksCursors = wantsCursors && cursorsSeen !== undefined && cursorsSeen < cursors.sealed
        if (lacksCursors || statesSeen < states.sealed) ticker.request()
      }
      states.forget(seenByAll, ({ state }) => isGone(state))
    },
    stop: ticker.stop,
  }
}

function frameOf<V>(values: readonly V[], encode: (values: readonly V[]) => Uint8Array): Uint8Array | undefined {
  return values.length > 0 ? encode(values) : undefined
}

/** Worked out once for all who have seen equally much. */
function bySeen<T>(work: (seen: number) => T): (seen: number) => T {
  const known = new Map<number, { readonly told: T }>()
  return (seen) => {
    const entry = known.get(seen) ?? { told: work(seen) }
    known.set(seen, entry)
    return entry.told
  }
}

/** For all who are told the same. */
function once<From, To>(work: (from: From) => To): (from: From) => To {
  let done: { readonly to: To } | undefined
  return (from) => {
    done ??= { to: work(from) }
    return done.to
  }
}
