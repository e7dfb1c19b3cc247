import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { note } from './board-content.ts'
import { connectRaw, type RawClient } from './raw-client.ts'
import { createSeededRandom } from './seeded-random.ts'
import { startSyncProcess } from './start-sync-process.ts'
import { makeTempDir } from './temp-dir.ts'
import { until } from './until.ts'

export type KillResult = {
  readonly seed: number
  readonly rounds: number
  readonly acknowledged: number
  readonly seen: number
  /** Snapshots that were made under way, or broken off. */
  readonly snapshots: number
  /** What was acknowledged or seen, and is not there in the end. */
  readonly lost: readonly string[]
  /** What is there and says something else. */
  readonly changed: readonly string[]
}

const writers = ['ana', 'ben', 'eva']

/** Writes numbered notes as fast as they are acknowledged, a few ahead, until the line breaks. */
export function keepWriting(client: RawClient, name: string, round: number) {
  const written: string[] = []
  const writeMore = () => {
    const acknowledged = client.saved.at(-1)?.count ?? 0
    while (client.socket.readyState === client.socket.OPEN && written.length < acknowledged + 5) {
      const id = `shape:r${round}_${name}_${written.length}`
      written.push(id)
      client.edit((records) => records.put(note(id, id)))
    }
  }
  client.socket.on('message', writeMore)
  writeMore()
  return () => written.slice(0, client.saved.at(-1)?.count ?? 0)
}

/**
 * Kills a server while three people write, somebody reads and snapshots are made without a pause; starts it again on the
 * same data; so many times. Says what is missing of what anybody was told.
 */
export async function runKillCampaign(rounds: number, seed: number): Promise<KillResult> {
  const random = createSeededRandom(seed)
  const dir = await makeTempDir()
  const path = join(dir.path, 'test.sqlite')
  const expected = new Set<string>()
  let acknowledged = 0
  let seen = 0
  let snapshots = 0
  let server: Awaited<ReturnType<typeof startSyncProcess>> | undefined
  try {
    for (let round = 0; round < rounds; round += 1) {
      server = await startSyncProcess(path, { doing: 'compact' })
      const { url } = server
      const reader = await connectRaw(url, 'fay')
      const clients = await Promise.all(writers.map((name) => connectRaw(url, name)))
      const acknowledgedBy = clients.map((client, i) => keepWriting(client, writers[i] ?? '', round))
      await until('the first acknowledgements', () => acknowledgedBy.every((read) => read().length > 0))
      // The moment itself is what is random here, not something to wait for.
      await delay(random.next() * 300)
      await server.kill()
      await until('the lines to break', () => [reader, ...clients].every(({ closed }) => closed))
      snapshots += server.rounds()
      const shown = reader.records.ids().filter((id) => id.startsWith(`shape:r${round}_`))
      seen += shown.length
      for (const id of shown) expected.add(id)
      for (const read of acknowledgedBy) {
        for (const id of read()) expected.add(id)
        acknowledged += read().length
      }
      for (const client of [reader, ...clients]) client.stop()
    }
    server = await startSyncProcess(path)
    const back = await connectRaw(server.url, 'fay')
    const lost = [...expected].filter((id) => !back.records.has(id))
    const changed = back.records.ids().filter((id) => {
      return id.startsWith('shape:') && JSON.stringify(back.records.read(id)?.props?.richText).indexOf(`"${id}"`) === -1
    })
    back.stop()
    return { seed, rounds, acknowledged, seen, snapshots, lost, changed }
  } finally {
    await server?.kill()
    await dir.remove()
  }
}
