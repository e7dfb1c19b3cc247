import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../testing/board-content.ts'
import { connectStock, type StockClient, type StockVersion } from '../../testing/stock-client.ts'
import { type SyncServer, startSyncServer } from '../../testing/sync-server.ts'
import { until } from '../../testing/until.ts'

let server: SyncServer
let clients: StockClient[] = []
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(async () => {
  for (const client of clients) client.stop()
  clients = []
  await server.stop()
})

async function connect(token: string, version: StockVersion = '3.1'): Promise<StockClient> {
  const client = await connectStock(server.url, token, { version })
  clients.push(client)
  return client
}

describe('stock y-websocket clients', () => {
  test('[S1] of 3.1 and 2.1 sync with each other', async () => {
    const ana = await connect('ana', '3.1')
    const ben = await connect('ben', '2.1')
    ana.records.put(note('shape:a', 'from 3.1'))
    ben.records.put(note('shape:b', 'from 2.1'))
    await until('the note of 3.1', () => ben.read('shape:a'))
    await until('the note of 2.1', () => ana.read('shape:b'))
    expect(ben.read('shape:a')).toEqual(ana.read('shape:a'))
    expect(ana.read('shape:b')).toEqual(ben.read('shape:b'))
  })
})
