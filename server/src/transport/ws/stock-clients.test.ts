import { beforeEach, describe, expect, test } from 'vitest'
import { MessageType } from '#shared/protocol/message-types.ts'
import { encodeEcho } from '#shared/protocol/pace.ts'
import { encodeReaction } from '#shared/protocol/reactions.ts'
import { note } from '../../testing/board-content.ts'
import { connectForThisTest, connectStockForThisTest, syncServerForThisTest } from '../../testing/for-this-test.ts'
import { hurriedClock } from '../../testing/hurried-clock.ts'
import type { StockVersion } from '../../testing/stock-client.ts'
import type { SyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
beforeEach(async () => {
  server = await syncServerForThisTest()
})

const connect = (token: string, version: StockVersion = '3.1') =>
  connectStockForThisTest(server.url, token, { version })

describe('stock y-websocket clients', () => {
  test('[SY1] of 3.1 and 2.1 sync with each other', async () => {
    const ana = await connect('ana', '3.1')
    const ben = await connect('ben', '2.1')
    ana.edit((records) => records.put(note('shape:a', 'from 3.1')))
    ben.edit((records) => records.put(note('shape:b', 'from 2.1')))
    await until('the note of 3.1', () => ben.read('shape:a'))
    await until('the note of 2.1', () => ana.read('shape:b'))
    expect(ben.read('shape:a')).toEqual(note('shape:a', 'from 3.1'))
    expect(ana.read('shape:b')).toEqual(note('shape:b', 'from 2.1'))
  })

  test('[SY1] come back by themselves and bring what was written meanwhile', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben', '2.1')
    ben.provider.disconnect()
    ben.edit((records) => records.put(note('shape:offline', 'written without a line')))
    ben.provider.connect()
    expect(await until('the note', () => ana.read('shape:offline'))).toEqual(
      note('shape:offline', 'written without a line'),
    )
  })

  test('[SY2] who move and recolour one note at once both keep their edit', async () => {
    const ana = await connect('ana')
    const ben = await connect('ben', '2.1')
    const before = note('shape:n', 'hello')
    ana.edit((records) => records.put(before))
    await until('the note', () => ben.read('shape:n'))
    const red = { ...before, props: { ...before.props, color: 'red' } }
    ana.edit((records) => records.change(before, { ...before, x: 500 }))
    ben.edit((records) => records.change(before, red))
    for (const person of [ana, ben]) {
      await until('both edits', () => {
        const read = person.read('shape:n')
        return read?.x === 500 && read.props?.color === 'red'
      })
    }
  })

  test('[PR4] hear something every now and then, also when they show nothing of themselves', async () => {
    await server.stop()
    server = await syncServerForThisTest({ clock: hurriedClock(8) })
    const ana = await connect('ana', '2.1')
    ana.provider.awareness.setLocalState(null)
    await until('the goodbye to be told', () => ana.provider.awareness.getLocalState() === null)
    const heardAt = ana.provider.wsLastMessageReceived
    // Eight seconds of the server's: after that it is no echo of anything.
    await until('a sign of life', () => ana.provider.wsLastMessageReceived > heardAt + 1_000)
    expect(ana.provider.wsconnected).toBe(true)
  })

  test('[PR7] get none of the additions that they would complain about', async () => {
    const stock = await connectForThisTest(server.url, 'ana', { isExtended: false })
    const extended = await connectForThisTest(server.url, 'ben')
    extended.showState(7, 1, {})
    extended.edit((records) => records.put(note('shape:n', 'hello')))
    await until('the note', () => stock.records.has('shape:n'))
    await until('the acknowledgement', () => extended.saved.length > 0)
    await until('the people', () => extended.people.length === 2)
    extended.send(encodeReaction('thumbs_up'))
    extended.send(encodeEcho(1))
    await until('the echo', () => extended.frames.some(([type]) => type === MessageType.echo))
    expect(stock.frames.filter(([type]) => type !== 0 && type !== 1)).toEqual([])
  })
})
