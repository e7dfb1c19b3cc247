import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../testing/board-content.ts'
import { connectRaw, type RawClient } from '../../testing/raw-client.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { type SyncProcess, startSyncProcess } from '../../testing/start-sync-process.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { until } from '../../testing/until.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 5)
const writers = ['ana', 'ben', 'eva']

let dir: TempDir
let server: SyncProcess | undefined
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(async () => {
  await server?.kill()
  await dir.remove()
})

/** Writes numbered notes as fast as they are acknowledged, a few ahead, until the line breaks. */
function keepWriting(client: RawClient, name: string, round: number) {
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

describe('a server that is killed while people write', () => {
  test(
    `[SY13] has everything that was acknowledged or seen when it is back, ${rounds} times`,
    async () => {
      const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000)
      const random = createSeededRandom(seed)
      const path = join(dir.path, 'test.sqlite')
      const expected = new Set<string>()
      let acknowledged = 0
      for (let round = 0; round < rounds; round += 1) {
        server = await startSyncProcess(path)
        const { url } = server
        const reader = await connectRaw(url, 'fay')
        const clients = await Promise.all(writers.map((name) => connectRaw(url, name)))
        const acknowledgedBy = clients.map((client, i) => keepWriting(client, writers[i] ?? '', round))
        await until('the first acknowledgements', () => acknowledgedBy.every((read) => read().length > 0))
        // The moment itself is what is random here, not something to wait for.
        await delay(random.next() * 150)
        await server.kill()
        await until('the lines to break', () => [reader, ...clients].every(({ closed }) => closed))
        for (const id of reader.records.ids()) expected.add(id)
        for (const read of acknowledgedBy) {
          for (const id of read()) expected.add(id)
          acknowledged += read().length
        }
        for (const client of [reader, ...clients]) client.stop()
      }
      server = await startSyncProcess(path)
      const back = await connectRaw(server.url, 'fay')
      const there = new Set(back.records.ids())
      const lost = [...expected].filter((id) => !there.has(id))
      expect({ seed, lost }).toEqual({ seed, lost: [] })
      expect(acknowledged).toBeGreaterThan(rounds * writers.length)
      back.stop()
    },
    30_000 + rounds * 20_000,
  )
})
