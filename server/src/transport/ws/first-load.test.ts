import { createHash } from 'node:crypto'
import * as decoding from 'lib0/decoding'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import { MessageType } from '#shared/protocol/message-types.ts'
import { readPiece } from '#shared/protocol/pieces.ts'
import { note } from '../../testing/board-content.ts'
import { connectForThisTest, connectStockForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import type { connectRaw, RawClient } from '../../testing/raw-client.ts'
import type { SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
beforeEach(async () => {
  server = await syncServerForThisTest()
})

const connect = (token: string, options: Parameters<typeof connectRaw>[2] = {}) =>
  connectForThisTest(server.url, token, options)

const notes = 1_500

/** A board of some size, with its maker on it. */
async function largeBoard(): Promise<RawClient> {
  const ana = await connect('ana')
  ana.edit((records) => {
    // Text that does not compress to nothing, the same in every run.
    for (let i = 0; i < notes; i += 1) {
      records.put(note(`shape:n${i}`, createHash('sha256').update(String(i)).digest('base64')))
    }
  })
  await until('all of it to be saved', () => ana.saved.length > 0)
  return ana
}

const piecesOf = ({ frames }: RawClient) => frames.filter(([type]) => type === MessageType.piece)
/** What the pieces make up; where one ends and the next begins is the line's affair. */
const zippedOf = (person: RawClient) =>
  Buffer.concat(
    piecesOf(person).map((frame) => {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      return readPiece(decoder).bytes
    }),
  )
const step2Of = ({ frames }: RawClient) => frames.filter(([type, kind]) => type === MessageType.sync && kind === 1)

describe('a large board', () => {
  test('[SY20] comes in pieces, the same for everybody, with what was written meanwhile behind it', async () => {
    const ana = await largeBoard()
    const ben = await connect('ben')
    expect(piecesOf(ben).length).toBeGreaterThan(3)
    expect(step2Of(ben)).toEqual([])
    expect(ben.records.ids().length).toBe(notes + 2)
    for (let i = 0; i < 20; i += 1) ana.edit((records) => records.put(note('shape:later', `later ${i}`)))
    await until('the last of it', () => JSON.stringify(ben.records.read('shape:later'))?.includes('later 19'))
    const vera = await connect('vera')
    expect(zippedOf(vera).equals(zippedOf(ben))).toBe(true)
    await until('the later ones', () => vera.records.has('shape:later'))
    for (const id of ana.records.ids()) expect(vera.records.read(id)).toEqual(ana.records.read(id))
  })

  test('[SY20] comes to a client without additions as y-websocket knows it', async () => {
    await largeBoard()
    const stock = await connectStockForThisTest(server.url, 'ben')
    expect(stock.records.ids().length).toBe(notes + 2)
    const raw = await connect('vera', { isExtended: false })
    expect(piecesOf(raw)).toEqual([])
    expect(step2Of(raw)).toHaveLength(1)
  })

  test('[SY22] comes compressed to a stock client that offers it, with what was written meanwhile behind it', async () => {
    const ana = await largeBoard()
    const ben = await connect('ben', { isExtended: false })
    for (let i = 0; i < 5; i += 1) ana.edit((records) => records.put(note('shape:later', `later ${i}`)))
    await until('the last of it', () => JSON.stringify(ben.records.read('shape:later'))?.includes('later 4'))
    const vera = await connect('vera', { isExtended: false })
    await until('the later ones', () => vera.records.has('shape:later'))
    for (const id of ana.records.ids()) expect(vera.records.read(id)).toEqual(ana.records.read(id))
    expect(Buffer.concat(step2Of(vera)).equals(Buffer.concat(step2Of(ben)))).toBe(true)
    const sent = step2Of(vera).reduce((sum, frame) => sum + frame.byteLength, 0)
    expect(vera.readBytes()).toBeLessThan(sent / 3)
    // Both directions: ws compresses what is long.
    ben.edit((records) => records.put(note('shape:long', 'long '.repeat(20_000))))
    await until('the long one', () => ana.records.has('shape:long'))
    expect(ana.records.read('shape:long')).toEqual(ben.records.read('shape:long'))
  })

  test('[SY20] comes as the difference alone to a client that has most of it, in pieces where that is large', async () => {
    const before = await connect('ben')
    const kept = Y.encodeStateAsUpdate(before.doc)
    before.stop()
    const ana = await largeBoard()
    const returning = await connect('ben', { isSynced: false })
    Y.applyUpdate(returning.doc, kept)
    returning.send(encodeSync('step1', Y.encodeStateVector(returning.doc)))
    await until('the board', () => returning.records.ids().length === notes + 2)
    expect(piecesOf(returning).length).toBeGreaterThan(0)
    expect(step2Of(returning)).toEqual([])
    const again = await connect('vera', { isSynced: false })
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(ana.doc))
    again.send(encodeSync('step1', Y.encodeStateVector(again.doc)))
    await until('the answer', () => step2Of(again).length === 1)
    expect(piecesOf(again)).toEqual([])
    expect(again.frames.reduce((sum, frame) => sum + frame.length, 0)).toBeLessThan(2_000)
  })

  test('[SY20] holds up nothing else on a line that does not answer', async () => {
    const ana = await largeBoard()
    const slow = await connect('ben', { isSynced: false })
    // It reads, but its answers to pings are late.
    slow.socket.pong = () => undefined
    slow.send(encodeSync('step1', Y.encodeStateVector(slow.doc)))
    await until('the first pieces', () => piecesOf(slow).length > 0)
    ana.edit((records) => records.put(note('shape:now', 'now')))
    await until('the note', () => slow.hasHeard('shape:now'))
    const bytes = piecesOf(slow).reduce((sum, frame) => sum + frame.length, 0)
    expect(bytes).toBeLessThan(40_000)
  })
})
