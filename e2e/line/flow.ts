/** What TCP makes of a connection's bytes, as much as fits between two Ethernet frames. */
export type Segment = { readonly number: number; readonly bytes: Buffer; readonly isEnd: boolean; losses: number }

export type FlowSurroundings = {
  deliver(bytes: Buffer): void
  end(): void
  /** There is room for more. */
  drained(): void
  /** There is something to send. */
  pump(): void
  closed(): void
}

/** One connection's bytes in one direction. */
export interface Flow {
  readonly isOpen: boolean
  /** False: wait for `drained` before sending more. */
  send(bytes: Buffer): boolean
  /** Arrives after everything sent before. */
  end(): void
  /** Nothing more arrives from now on. */
  close(): void
  /** The next segment to put on the line, if the other end may get more now. */
  next(): Segment | undefined
  /** False for what has no use any more. */
  arrived(segment: Segment): boolean
  acknowledged(segment: Segment): void
  /** @returns whether others behind it will tell the sender soon. */
  lost(segment: Segment): boolean
}

const segmentBytes = 1_460
/** How many segments TCP sends without having heard anything. */
const firstWindow = 10
const smallestWindow = 2
/** What waits before a connection is asked to stop; its kernel holds more. */
const fullBytes = 16 * 1024
/** As many behind a lost segment and the sender knows of it without a timer. */
const enoughToTell = 3

export function createFlow({ deliver, end, drained, pump, closed }: FlowSurroundings): Flow {
  const waiting: Buffer[] = []
  let waitingBytes = 0
  let ending: 'none' | 'wanted' | 'sent' = 'none'
  let isOpen = true
  let made = 0
  let expected = 0
  /** Arrived before one that is still missing. */
  const early = new Map<number, Segment>()
  const underWay = new Set<number>()
  let window = firstWindow
  let hasLost = false

  const close = () => {
    if (!isOpen) return
    isOpen = false
    waiting.length = 0
    early.clear()
    closed()
  }

  /** Up to a whole segment of what waits. */
  const takeBytes = (): Buffer => {
    const parts: Buffer[] = []
    let room = segmentBytes
    while (room > 0) {
      const head = waiting[0]
      if (!head) break
      const part = head.subarray(0, room)
      parts.push(part)
      room -= part.byteLength
      if (part.byteLength === head.byteLength) waiting.shift()
      else waiting[0] = head.subarray(part.byteLength)
    }
    const wasFull = waitingBytes >= fullBytes
    waitingBytes -= segmentBytes - room
    if (wasFull && waitingBytes < fullBytes) drained()
    return Buffer.concat(parts)
  }

  const deliverInOrder = () => {
    for (let segment = early.get(expected); segment && isOpen; segment = early.get(expected)) {
      early.delete(expected)
      expected += 1
      if (!segment.isEnd) deliver(segment.bytes)
      else {
        end()
        close()
      }
    }
  }

  return {
    get isOpen() {
      return isOpen
    },
    send(bytes) {
      if (!isOpen || ending !== 'none') return true
      if (bytes.byteLength > 0) waiting.push(bytes)
      waitingBytes += bytes.byteLength
      pump()
      return waitingBytes < fullBytes
    },
    end() {
      if (!isOpen || ending !== 'none') return
      ending = 'wanted'
      pump()
    },
    close,
    next() {
      if (!isOpen || underWay.size >= Math.floor(window)) return
      const isEnd = waiting.length === 0
      if (isEnd && ending !== 'wanted') return
      if (isEnd) ending = 'sent'
      const segment = { number: made, bytes: isEnd ? Buffer.alloc(0) : takeBytes(), isEnd, losses: 0 }
      made += 1
      underWay.add(segment.number)
      return segment
    },
    arrived(segment) {
      if (!isOpen) return false
      early.set(segment.number, segment)
      deliverInOrder()
      return true
    },
    acknowledged(segment) {
      underWay.delete(segment.number)
      window += hasLost ? 1 / window : 1
    },
    lost(segment) {
      segment.losses += 1
      hasLost = true
      window = Math.max(smallestWindow, window / 2)
      const behind = [...underWay].filter((number) => number > segment.number).length
      return segment.losses === 1 && behind + waitingBytes / segmentBytes >= enoughToTell
    },
  }
}
