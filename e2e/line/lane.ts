import { createFlow, type Flow, type Segment } from './flow.ts'
import type { LineClock } from './line-clock.ts'

/** One direction of a device's line. */
export type LaneProfile = {
  /** Infinity for a line whose rate is not what matters. */
  readonly bitsPerS: number
  /** From one end to the other. */
  readonly delayMs: number
  /** Of all segments, those that get lost. */
  readonly lossShare: number
  /** What the router before the line holds, for all connections together. */
  readonly queueBytes: number
}

export type LaneSurroundings = {
  readonly clock: LineClock
  readonly random: () => number
  /** True while the line carries nothing. */
  readonly isOut: () => boolean
}

export interface Lane {
  /** From the next segment on. */
  bitsPerS: number
  /** One connection's bytes in this direction. They arrive in order, as TCP gives them. */
  open(receiver: { deliver(bytes: Buffer): void; end(): void; drained(): void }): Flow
  /** What has been put on the line, headers and repetitions included. */
  readonly carriedBytes: number
}

/** IP and TCP without options. */
const headerBytes = 40
const longestWaitMs = 60_000

/**
 * A line that sends one segment after the other, and loses some. All connections share its rate and the router's queue;
 * a lost segment holds up only its own connection, until it has been sent again.
 *
 * Not modelled: the acknowledgements' own bytes, and segments thrown away by a full queue (their senders wait instead).
 */
export function createLane(profile: LaneProfile, { clock, random, isOut }: LaneSurroundings): Lane {
  const { delayMs, lossShare, queueBytes } = profile
  let { bitsPerS } = profile
  const roundTripMs = 2 * delayMs
  const turns: Flow[] = []
  const queue: { flow: Flow; segment: Segment }[] = []
  let queued = 0
  let isSending = false
  let isBusy = false
  /** When the last bit has left. */
  let freeAtMs = 0
  let carriedBytes = 0

  const enqueue = (flow: Flow, segment: Segment) => {
    queue.push({ flow, segment })
    queued += segment.bytes.byteLength + headerBytes
  }

  /** In turns, so that a download leaves room for the rest. */
  const fill = () => {
    for (let passed = 0; passed < turns.length && queued < queueBytes; ) {
      const flow = turns.shift()
      if (!flow) return
      turns.push(flow)
      const segment = flow.next()
      passed = segment ? 0 : passed + 1
      if (segment) enqueue(flow, segment)
    }
  }

  const pump = () => {
    while (!isSending) {
      fill()
      const head = queue[0]
      // A line that was never idle goes on where it was, so that late timers cost no rate.
      if (!head) isBusy = false
      if (!head) return
      const bytes = head.segment.bytes.byteLength + headerBytes
      freeAtMs = (isBusy ? freeAtMs : Math.max(clock.nowMs(), freeAtMs)) + (bytes * 8_000) / bitsPerS
      isBusy = true
      const leave = () => {
        queue.shift()
        queued -= bytes
        carriedBytes += bytes
        travel(head.flow, head.segment)
      }
      const waitMs = freeAtMs - clock.nowMs()
      if (waitMs > 0) {
        isSending = true
        clock.after(waitMs, () => {
          isSending = false
          leave()
          pump()
        })
      } else leave()
    }
  }

  const travel = (flow: Flow, segment: Segment) => {
    if (isOut() || random() < lossShare) return repeatLater(flow, segment)
    clock.after(freeAtMs + delayMs - clock.nowMs(), () => {
      if (!flow.arrived(segment)) return
      clock.after(delayMs, () => {
        flow.acknowledged(segment)
        pump()
      })
    })
  }

  /** Three segments behind it tell the sender after one round trip; else a timer does, later each time. */
  const repeatLater = (flow: Flow, segment: Segment) => {
    const waitMs = flow.lost(segment) ? roundTripMs : roundTripMs * 2 ** segment.losses
    clock.after(Math.min(waitMs, longestWaitMs), () => {
      if (!flow.isOpen) return
      enqueue(flow, segment)
      pump()
    })
  }

  return {
    get bitsPerS() {
      return bitsPerS
    },
    set bitsPerS(next) {
      bitsPerS = next
    },
    open(receiver) {
      const flow = createFlow({ ...receiver, pump, closed: () => turns.splice(turns.indexOf(flow), 1) })
      turns.push(flow)
      return flow
    },
    get carriedBytes() {
      return carriedBytes
    },
  }
}
