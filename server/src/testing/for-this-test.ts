import { onTestFinished } from 'vitest'
import { connectRaw, type RawClient } from './raw-client.ts'
import { connectStock, type StockClient } from './stock-client.ts'
import { type SyncServer, startSyncServer } from './sync-server.ts'

/*
 * What stops by itself when the test that is running has ended, the last that was started first. To be called in a test
 * or in what runs before each.
 */

export async function syncServerForThisTest(options: Parameters<typeof startSyncServer>[0] = {}): Promise<SyncServer> {
  return stoppedAfter(await startSyncServer(options))
}

export async function connectForThisTest(...options: Parameters<typeof connectRaw>): Promise<RawClient> {
  return stoppedAfter(await connectRaw(...options))
}

export async function connectStockForThisTest(...options: Parameters<typeof connectStock>): Promise<StockClient> {
  return stoppedAfter(await connectStock(...options))
}

/** @returns what was handed in. */
function stoppedAfter<T extends { stop(): unknown }>(started: T): T {
  onTestFinished(async () => {
    await started.stop()
  })
  return started
}
