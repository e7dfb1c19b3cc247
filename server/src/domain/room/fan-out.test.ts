import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CloseKind } from '#shared/protocol/close-codes.ts'
import { encodeCursors } from '#shared/protocol/cursors.ts'
import { decodeClientFrame, encodeSync } from '#shared/protocol/frames.ts'
import { encodeSaved } from '#shared/protocol/messages.ts'
import { boardMember } from '../../testing/sync-server.ts'
import { type Connection, createConnection, type Peer } from './connection.ts'
import { createFanOut, type FanOut } from './fan-out.ts'
import { presenceTickMs } from './pace.ts'

/** Time that passes only when it is told to. */
function pausedClock() {
  let nowMs = 0
  let waiting: { atMs: number; run: () => void }[] = []
  return {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    after(delayMs: number, run: () => void) {
      const entry = { atMs: nowMs + delayMs, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    pass(ms: number) {
      nowMs += ms
      const due = waiting.filter(({ atMs }) => atMs <= nowMs)
      waiting = waiting.filter(({ atMs }) => atMs > nowMs)
      for (const { run } of due) run()
    },
  }
}

type FakePeer = Peer & {
  sent: Uint8Array[]
  writes: number
  pings: number[]
  bufferedBytes: number
  closedAs: CloseKind | undefined
}

function fakePeer(): FakePeer {
  const peer: FakePeer = {
    sent: [],
    pings: [],
    bufferedBytes: 0,
    takesDeflated: false,
    closedAs: undefined,
    writes: 0,
    send(frame, isMoreToCome) {
      peer.sent.push(frame)
      if (!isMoreToCome) peer.writes += 1
    },
    ping: (number) => void peer.pings.push(number),
    close: (kind) => {
      peer.closedAs = kind
    },
  }
  return peer
}

let clock: ReturnType<typeof pausedClock>
let connections: Set<Connection>
let answered: { connection: Connection; stateVector: Uint8Array }[]
let fanOut: FanOut
const source = new Y.Doc()

beforeEach(() => {
  clock = pausedClock()
  connections = new Set()
  answered = []
  fanOut = createFanOut({
    connections,
    clock,
    isStoreWritable: () => true,
    stateVector: () => Y.decodeStateVector(Y.encodeStateVector(source)),
    load: () => 0,
    deflate: (frame) => frame.slice(0, frame.byteLength / 3),
    answer: (connection, stateVector) => answered.push({ connection, stateVector }),
  })
})

function join(isExtended = true) {
  const peer = fakePeer()
  const connection = createConnection(boardMember('ana'), peer, {
    isExtended,
    seat: connections.size,
    nowMs: clock.monotonicMs(),
  })
  connections.add(connection)
  fanOut.joined(connection)
  if (isExtended) fanOut.knowsSeats(connection)
  const answer = () => {
    for (const number of peer.pings.splice(0)) fanOut.answered(connection, number)
  }
  /** So that its line is known to be fast. */
  const getToKnow = () => {
    for (let round = 0; round < 10; round += 1) {
      fanOut.send(connection, new Uint8Array(connection.line.budgetBytes / 2))
      clock.pass(1)
      answer()
    }
    peer.sent = []
  }
  return { peer, connection, answer, getToKnow }
}

/** A new update of the document that is being edited. */
function edit(): Uint8Array {
  let made: Uint8Array | undefined
  source.once('update', (update: Uint8Array) => {
    made = update
  })
  source.getArray('list').push([source.getArray('list').length])
  if (!made) throw new Error('no update was made')
  return made
}

const awarenessOf = (clientId: number, clock: number) => ({ clientId, clock, state: new TextEncoder().encode('{}') })

describe('what leaves a room', () => {
  test('goes out at once after quiet, and gathers for the rest of the tick', () => {
    const [{ peer } = join()] = Array.from({ length: 50 }, () => join())
    clock.pass(1_000)
    fanOut.update(edit())
    clock.pass(0)
    expect(peer.sent).toHaveLength(1)
    for (let i = 0; i < 10; i += 1) fanOut.update(edit())
    clock.pass(1)
    expect(peer.sent).toHaveLength(1)
    clock.pass(100)
    expect(peer.sent).toHaveLength(2)
  })

  test('is the same bytes for everybody, merged', () => {
    const people = [join(), join(), join(false)]
    for (let i = 0; i < 10; i += 1) fanOut.update(edit())
    clock.pass(0)
    const [first, ...others] = people.map(({ peer }) => peer.sent[0])
    for (const other of others) expect(other).toBe(first)
    expect(people.map(({ peer }) => peer.sent.length)).toEqual([1, 1, 1])
  })

  test('goes unmerged where it is little, in one write with the word that it is saved, and not to its writer', () => {
    const [writer, reader, stock] = [join(), join(), join(false)]
    const edits = [edit(), edit()]
    fanOut.update(edits[0] ?? edit(), writer.connection)
    fanOut.update(edits[1] ?? edit(), reader.connection)
    writer.connection.saved = 1
    fanOut.saved(writer.connection)
    clock.pass(0)
    const frames = edits.map((bytes) => encodeSync('update', bytes))
    const saved = encodeSaved({ count: 1, isStoreWritable: true })
    expect(writer.peer.sent).toEqual([frames[1], saved])
    expect(writer.peer.writes).toBe(1)
    expect(reader.peer.sent).toEqual([frames[0]])
    expect(stock.peer.sent).toEqual(frames)
    expect(stock.peer.writes).toBe(1)
  })

  test('holds the latest state of each client alone', () => {
    const { peer } = join()
    fanOut.awareness([awarenessOf(1, 1), awarenessOf(2, 1)])
    fanOut.awareness([awarenessOf(1, 2)])
    clock.pass(0)
    const frame = peer.sent[0] && decodeClientFrame(peer.sent[0])
    expect(frame).toMatchObject({
      kind: 'awareness',
      entries: [
        { clientId: 1, clock: 2 },
        { clientId: 2, clock: 1 },
      ],
    })
  })

  test('[PR6] takes cursors to those alone who asked for additions', () => {
    const extended = join()
    const stock = join(false)
    fanOut.cursor(1, { x: 1, y: 2 })
    clock.pass(0)
    expect(extended.peer.sent).toHaveLength(1)
    expect(stock.peer.sent).toEqual([])
  })

  test('is not what somebody shows of herself, where that is all there is', () => {
    const [one, other] = [join(false), join(false)]
    one.connection.clientId = 1
    other.connection.clientId = 2
    fanOut.awareness([awarenessOf(1, 1)])
    clock.pass(100)
    expect(one.peer.sent).toEqual([])
    expect(other.peer.sent).toHaveLength(1)
    fanOut.awareness([awarenessOf(1, 2), awarenessOf(2, 1)])
    clock.pass(100)
    expect(one.peer.sent).toHaveLength(1)
    expect(other.peer.sent).toHaveLength(2)
  })

  test('reaches a crowd in turns, everybody once in a tick', () => {
    const crowd = Array.from({ length: 500 }, () => join(false))
    fanOut.awareness([awarenessOf(1, 1)])
    clock.pass(0)
    const told = () => crowd.filter(({ peer }) => peer.sent.length > 0).length
    expect(told()).toBe(100)
    fanOut.awareness([awarenessOf(2, 1)])
    const steps = Array.from({ length: 5 }, () => {
      clock.pass(presenceTickMs(500, 0) / 5)
      return told()
    })
    expect(steps).toEqual([200, 300, 400, 500, 500])
    const frames = crowd.map(({ peer }) => peer.sent.length)
    expect(frames).toEqual(crowd.map((_, i) => (i < 100 ? 2 : 1)))
  })

  test('[PR4] is a sign of life for whoever has heard nothing for a while', () => {
    const { peer } = join(false)
    clock.pass(11_000)
    fanOut.tend()
    expect(peer.sent).toEqual([])
    clock.pass(2_000)
    fanOut.tend()
    expect(peer.sent).toEqual([Uint8Array.of(1, 1, 0)])
  })
})

describe('a reader that falls behind', () => {
  test('[CL7] gets no cursors and awareness first, then no updates, and the rest never notices', () => {
    const slow = join()
    const other = join()
    const sentTo = ({ peer }: { peer: FakePeer }) => peer.sent.splice(0).map(([type]) => type)
    slow.getToKnow()
    other.getToKnow()
    fanOut.send(slow.connection, new Uint8Array(slow.connection.line.budgetBytes + 1))
    sentTo(slow)
    const show = () => {
      fanOut.awareness([awarenessOf(1, clock.monotonicMs())])
      fanOut.cursor(9, { x: clock.monotonicMs(), y: 2 })
      clock.pass(50)
    }
    show()
    expect(sentTo(slow)).toEqual([1])
    expect(sentTo(other)).toEqual([103, 1])
    fanOut.send(slow.connection, new Uint8Array(slow.connection.line.budgetBytes))
    sentTo(slow)
    show()
    expect(sentTo(slow)).toEqual([])
    fanOut.update(edit())
    clock.pass(100)
    expect(sentTo(slow)).toEqual([0])
    clock.pass(2_000)
    fanOut.update(edit())
    clock.pass(100)
    expect(sentTo(slow)).toEqual([])
    expect(sentTo(other)).toEqual([103, 1, 0, 0])
    slow.answer()
    slow.answer()
    clock.pass(100)
    expect(sentTo(slow)).toEqual([103, 1])
  })

  test('[PR11] has its pointers wait when a ping takes long, and gets the latest of each when it is answered', () => {
    const slow = join()
    slow.getToKnow()
    fanOut.send(slow.connection, new Uint8Array(slow.connection.line.budgetBytes / 2))
    clock.pass(400)
    slow.peer.sent = []
    for (let x = 1; x <= 20; x += 1) {
      fanOut.cursor(x % 2, { x, y: 0 })
      clock.pass(20)
    }
    expect(slow.peer.sent).toEqual([])
    slow.answer()
    clock.pass(20)
    expect(slow.peer.sent).toEqual([
      encodeCursors([
        { seat: 1, point: { x: 19, y: 0 } },
        { seat: 0, point: { x: 20, y: 0 } },
      ]),
    ])
  })

  test('[PR11] on a slow line gets a crowd of stock clients in parts that leave room, each of them once', () => {
    const slow = join()
    slow.answer()
    const state = new TextEncoder().encode(JSON.stringify('x'.repeat(300)))
    const crowd = Array.from({ length: 200 }, (_, i) => ({ clientId: i + 1, clock: 1, state }))
    fanOut.awareness(crowd)
    const seen: number[] = []
    for (let round = 0; round < 50; round += 1) {
      clock.pass(50)
      expect(slow.connection.line.underwayBytes).toBeLessThan(2.1 * slow.connection.line.budgetBytes)
      for (const sent of slow.peer.sent.splice(0)) {
        const frame = decodeClientFrame(sent)
        if (frame.kind === 'awareness') seen.push(...frame.entries.map(({ clientId }) => clientId))
      }
      // Each answer is late, as on a line that is full.
      clock.pass(1_500)
      slow.answer()
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(crowd.map(({ clientId }) => clientId))
    fanOut.awareness([awarenessOf(7, 2)])
    clock.pass(50)
    expect(slow.peer.sent).toHaveLength(1)
  })

  test('[CL7] gets one difference from where it stopped, when it has read on', () => {
    const { peer, connection } = join()
    fanOut.update(edit())
    clock.pass(100)
    const reader = new Y.Doc()
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(source))
    peer.bufferedBytes = 2_000_000
    for (let i = 0; i < 3; i += 1) {
      fanOut.update(edit())
      clock.pass(100)
    }
    fanOut.tend()
    expect(answered).toEqual([])
    peer.bufferedBytes = 0
    fanOut.tend()
    expect(answered.map((answer) => answer.connection)).toEqual([connection])
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(source, answered[0]?.stateVector))
    expect(reader.getArray('list').toJSON()).toEqual(source.getArray('list').toJSON())
    expect(reader.store.pendingStructs).toBeNull()
    fanOut.update(edit())
    clock.pass(100)
    expect(peer.sent).toHaveLength(2)
  })

  test('[CL7] is told to come back when it has not read a byte for twenty seconds', () => {
    const still = join()
    const steady = join()
    for (const { connection, peer } of [still, steady]) {
      fanOut.send(connection, new Uint8Array(4_000_000))
      peer.bufferedBytes = 4_000_000
    }
    for (let second = 0; second < 25; second += 1) {
      clock.pass(1_000)
      steady.peer.bufferedBytes -= 8_000
      fanOut.tend()
    }
    expect(still.peer.closedAs).toBe('tooSlow')
    expect(steady.peer.closedAs).toBeUndefined()
  })
})
