import { beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  maxAwarenessBytes,
  maxBytesPerSecond,
  maxConnectionsPerPerson,
  maxFrameBytes,
  maxMessagesPerSecond,
} from '#shared/limits.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encodeOwnCursor } from '#shared/protocol/cursors.ts'
import { encodeAwareness, encodeSync } from '#shared/protocol/frames.ts'
import { note } from '../../testing/board-content.ts'
import { connectForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import { runHostileCampaign } from '../../testing/hostile-campaign.ts'
import { poisonUpdate, type RawClient } from '../../testing/raw-client.ts'
import { type SyncServer, testBoardId } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
let witness: RawClient
let hostile: RawClient
beforeEach(async () => {
  server = await syncServerForThisTest()
  witness = await connectForThisTest(server.url, 'ana')
  hostile = await connectForThisTest(server.url, 'ben')
})

/** The one who watched goes on as if nothing had been. */
async function expectUnharmed() {
  witness.edit((records) => records.put(note('shape:after', 'still here')))
  await until('the acknowledgement', () => witness.saved.some(({ count }) => count === 1))
  expect(witness.closed).toBeUndefined()
}

function validUpdate(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('records').set('shape:x', { some: 'text' })
  return Y.encodeStateAsUpdate(doc)
}

/** A note whose text is in so many elements, one in the other: flat bytes that only a reader turns into a tower. */
function nestedText(levels: number): Uint8Array {
  const doc = new Y.Doc()
  const outermost = new Y.XmlFragment()
  doc.transact(() => {
    doc.getMap('records').set('shape:x', note('shape:x', ''))
    doc.getMap('records').set('shape:x/text', outermost)
    let innermost: Y.XmlFragment = outermost
    for (let level = 0; level < levels; level += 1) {
      const next = new Y.XmlElement('paragraph')
      innermost.insert(0, [next])
      innermost = next
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

describe('a frame that is none', () => {
  const valid = encodeSync('update', validUpdate())
  test.each([
    ['is empty', new Uint8Array()],
    ['is garbage', Uint8Array.from({ length: 200 }, (_, i) => (i * 89 + 7) % 256)],
    ['has an unknown type', Uint8Array.of(77, 1, 2)],
    ['is one of the server alone', Uint8Array.of(100, 1, 1)],
    ['ends too early', valid.subarray(0, valid.length - 3)],
    ['has bytes after its end', Uint8Array.of(...valid, 0)],
    ['claims more bytes than it has', Uint8Array.of(0, 2, 200, 1, 1, 1)],
    ['holds no update', encodeSync('update', Uint8Array.of(9, 9, 9, 9))],
    ['holds no state vector', encodeSync('step1', Uint8Array.of(250, 250, 250))],
    ['claims ten thousand awareness states', Uint8Array.of(1, 2, 144, 78)],
    ['is a cursor cut short', Uint8Array.of(103, 1, 4)],
  ])('[CL1] closes its connection with a sentence when it %s', async (_case, frame) => {
    hostile.send(frame)
    expect(await until('the close', () => hostile.closed)).toEqual(closeCodes.unreadable)
    await expectUnharmed()
    expect(witness.records.has('shape:x')).toBe(false)
  })

  test('[CL2] troubles nobody else when it nests text deeper than anybody writes', async () => {
    const update = nestedText(20_000)
    hostile.send(encodeSync('update', update))
    await until('it to be dealt with', () => hostile.closed ?? hostile.saved.some(({ count }) => count === 1))
    await expectUnharmed()
    await connectForThisTest(server.url, 'fay')
  })

  test('[CL1] closes its connection when it is text', async () => {
    hostile.socket.send('hello')
    expect(await until('the close', () => hostile.closed)).toEqual(closeCodes.unreadable)
    await expectUnharmed()
  })

  test('[CL2] of seven bytes that would take 229 MB takes none', async () => {
    const before = process.memoryUsage().rss
    hostile.sendUpdate(poisonUpdate())
    expect(await until('the close', () => hostile.closed)).toEqual(closeCodes.unreadable)
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024)
    await expectUnharmed()
  })

  test('[CL3] closes its connection as too large when it is', async () => {
    hostile.send(new Uint8Array(maxFrameBytes + 1))
    expect(await until('the close', () => hostile.closed)).toEqual(closeCodes.tooLarge)
    await expectUnharmed()
  })

  test('[CL4] too many frames at once close their connection for later', async () => {
    const frame = encodeOwnCursor({ x: 1, y: 1 })
    for (let i = 0; i < maxMessagesPerSecond * 4; i += 1) hostile.send(frame)
    expect(await until('the close', () => hostile.closed)).toEqual(closeCodes.tooMany)
    await expectUnharmed()
  })

  test('[CL1] truncated and bit-flipped updates never reach anybody else as they are', async () => {
    const frames = [...valid.keys()].flatMap((at) => [
      valid.subarray(0, at),
      valid.map((byte, i) => (i === at ? byte ^ 0x10 : byte)),
    ])
    for (const frame of frames) {
      const sender = await connectForThisTest(server.url, 'ben', { isSynced: false })
      sender.send(frame)
      // Frames are taken in order: with the answer to this one, the one before is dealt with.
      sender.send(encodeSync('step1', Y.encodeStateVector(sender.doc)))
      await until('the close or the board', () => sender.closed || sender.records.has('page:page'))
      sender.stop()
    }
    await expectUnharmed()
    expect(witness.records.readAll().map(({ id }) => id)).toEqual(
      expect.arrayContaining(['document:document', 'page:page', 'shape:after']),
    )
    expect(witness.records.has('shape:x')).toBe(false)
  })
})

describe('more than a connection may send', () => {
  /** So many bytes that are nothing new, in frames of a size that is taken. */
  const burst = (client: RawClient, bytes: number) => {
    const text = 'x'.repeat(maxAwarenessBytes * 64)
    const frame = encodeAwareness([{ clientId: 1, clock: 1, state: new TextEncoder().encode(JSON.stringify(text)) }])
    for (let sent = 0; sent < bytes; sent += frame.byteLength) client.send(frame)
  }

  test('[CL9] in bytes closes it for later', async () => {
    burst(hostile, maxBytesPerSecond * 4)
    expect(await until('the close', () => hostile.closed)).toEqual(closeCodes.tooMany)
    await expectUnharmed()
  })

  test('[CL9] may not be sent by its person over many connections either', async () => {
    const others = await Promise.all(
      Array.from({ length: 5 }, () => connectForThisTest(server.url, 'ben', { isSynced: false })),
    )
    const all = [hostile, ...others]
    const frame = encodeOwnCursor({ x: 1, y: 1 })
    for (let i = 0; i < maxMessagesPerSecond; i += 1) for (const client of all) client.send(frame)
    for (let i = 0; i < maxMessagesPerSecond; i += 1) for (const client of all) client.send(frame)
    await until('a close', () => all.some(({ closed }) => closed))
    expect(all.find(({ closed }) => closed)?.closed).toEqual(closeCodes.tooMany)
    await expectUnharmed()
  })

  test('[CL9] is no way to more connections than a person may have', async () => {
    const many: RawClient[] = []
    for (let i = 1; i < maxConnectionsPerPerson; i += 1) {
      many.push(await connectForThisTest(server.url, 'ben', { isSynced: false }))
    }
    const refused = await connectForThisTest(server.url, 'ben', { isSynced: false })
    expect(await until('the close', () => refused.closed)).toEqual(closeCodes.tooMany)
    // What the one too many says before it has read that it is, too, troubles nobody.
    const rude = new WebSocket(`${server.url}/${testBoardId}?token=ben`)
    rude.on('error', () => undefined)
    rude.on('upgrade', ({ socket }) => void socket.write(Buffer.from('f28000000000', 'hex')))
    await until('it to be gone', () => rude.readyState === rude.CLOSED)
    await until('them to be gone', () => server.rooms.peopleHere('board-under-test') === 2)
    await expectUnharmed()
  })
})

test('[CL1] two thousand broken frames trouble nobody', async () => {
  const seed = Date.now() % 100_000
  const { faults, closed } = await runHostileCampaign(2_000, seed)
  expect({ seed, faults }).toEqual({ seed, faults: [] })
  expect(closed[closeCodes.unreadable.code]).toBeGreaterThan(100)
})
