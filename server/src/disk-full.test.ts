import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeBackup } from './storage/backup/write-backup.ts'
import { createSqlBoardLog } from './storage/sql/sql-board-log.ts'
import { openSqlDatabase, type SqlDatabase } from './storage/sql/sql-database.ts'
import { systemClock } from './system/system-clock.ts'
import { note } from './testing/board-content.ts'
import { board, participant } from './testing/facts.ts'
import { connectRaw, type RawClient } from './testing/raw-client.ts'
import { mountSmallDisk, type SmallDisk } from './testing/small-disk.ts'
import { startTestServer } from './testing/start-test-server.ts'
import { startSyncServer, testBoardId } from './testing/sync-server.ts'
import { makeTempDir } from './testing/temp-dir.ts'
import { until } from './testing/until.ts'

const disk = await mountSmallDisk(8)
afterAll(() => disk?.remove())

/** The writer's own limit of pages, where no disk can be mounted: SQLite then says "full" as it does of a full disk. */
async function limitPages(database: SqlDatabase, isFull: boolean): Promise<void> {
  const write = async (sql: string) => (await database.writer.write([{ sql, parameters: [] }]))[0]?.rows[0]
  const count = Number(Object.values((await write('PRAGMA page_count')) as object)[0])
  await write(`PRAGMA max_page_count = ${isFull ? count : 1_000_000_000}`)
}

const fullness = (database: SqlDatabase) => async (isFull: boolean) => {
  if (!disk) await limitPages(database, isFull)
  else if (isFull) disk.fill()
  else disk.free()
}

describe(`a full disk (${disk ? 'a small tmpfs' : 'mounting is not permitted here: the limit of pages of the real writer'})`, () => {
  test('[SY5] takes no acknowledgement back, lets everybody read, and takes all when there is space, without a restart', async () => {
    const dir = await makeTempDir()
    const database = await openSqlDatabase(join(disk?.path ?? dir.path, 'board.sqlite'))
    const setFull = fullness(database)
    const server = await startSyncServer({ log: createSqlBoardLog(database, systemClock) })
    try {
      const ana = await connectRaw(server.url, 'ana')
      ana.edit((records) => records.put(note('shape:before', 'before')))
      await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
      await setFull(true)
      // What is in the file already may have room for a little more.
      let written = 1
      while (!ana.saved.some(({ isStoreWritable }) => !isStoreWritable)) {
        written += 1
        ana.edit((records) => records.put(note(`shape:n${written}`, 'x'.repeat(20_000))))
        await until('an answer', () =>
          ana.saved.some(({ count, isStoreWritable }) => count === written || !isStoreWritable),
        )
      }
      expect(Math.max(...ana.saved.map(({ count }) => count))).toBe(written - 1)
      const ben = await connectRaw(server.url, 'ben')
      expect(ben.records.has('shape:before')).toBe(true)
      expect(ben.records.has(`shape:n${written}`)).toBe(false)
      await setFull(false)
      await until('the acknowledgement', () =>
        ana.saved.some(({ count, isStoreWritable }) => count === written && isStoreWritable),
      )
      await until('the note', () => ben.records.has(`shape:n${written}`))
      ana.stop()
      ben.stop()
      await until('the room to be gone', () => server.rooms.liveBoards() === 0)
      expect((await connectRaw(server.url, 'ben')).records.has(`shape:n${written}`)).toBe(true)
    } finally {
      await setFull(false)
      await server.stop()
      await database.close()
      await dir.remove()
    }
  })

  test('[SY19] in the midst of packing a log keeps all its rows, and packs them when there is space', async () => {
    const dir = await makeTempDir()
    const database = await openSqlDatabase(join(disk?.path ?? dir.path, 'packed.sqlite'))
    const setFull = fullness(database)
    const log = createSqlBoardLog(database, systemClock)
    const server = await startSyncServer({ log })
    const notes = Array.from({ length: 60 }, (_, i) => `shape:n${i}`)
    const leave = async (person: RawClient) => {
      person.stop()
      await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    }
    try {
      const ana = await connectRaw(server.url, 'ana')
      // Words that do not pack: what the rows are packed into needs room of its own.
      for (const id of notes) ana.edit((records) => records.put(note(id, randomBytes(10_000).toString('base64'))))
      await until('the acknowledgements', () => ana.saved.some(({ count }) => count === notes.length))
      await setFull(true)
      await leave(ana)
      const failed = server.logged.filter(({ level }) => level === 'error').map(({ sentence }) => sentence)
      expect(failed).toEqual(['A snapshot of a board was not stored; all its rows are kept.'])
      const kept = await log.load(testBoardId)
      expect({ snapshot: kept.snapshot, damaged: kept.damaged }).toEqual({ snapshot: undefined, damaged: [] })
      const ben = await connectRaw(server.url, 'ben')
      expect(notes.filter((id) => !ben.records.has(id))).toEqual([])
      await setFull(false)
      ben.edit((records) => records.put(note('shape:after', 'after')))
      await until('the acknowledgement', () => ben.saved.some(({ count }) => count === 1))
      await leave(ben)
      const packed = await log.load(testBoardId)
      expect({ hasSnapshot: packed.snapshot !== undefined, rows: packed.updates }).toEqual({
        hasSnapshot: true,
        rows: [],
      })
      const back = await connectRaw(server.url, 'ana')
      expect([...notes, 'shape:after'].filter((id) => !back.records.has(id))).toEqual([])
      back.stop()
    } finally {
      await setFull(false)
      await server.stop()
      await database.close()
      await dir.remove()
    }
  })
})

describe.skipIf(!disk)('a full disk under everything (needs the right to mount a tmpfs)', () => {
  let small: SmallDisk
  beforeAll(() => {
    if (disk) small = disk
  })

  test('refuses a picture in a sentence, leaves nothing half stored, and takes it when there is space', async () => {
    const server = await startTestServer({ config: { dataDir: join(small.path, 'data') } })
    try {
      const { id } = await board(server)
      const { device } = await participant(server, id)
      const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100_000)])
      const upload = () =>
        device.send('POST', `/api/boards/${id}/files`, new Uint8Array(gif), { 'content-type': 'image/gif' })
      const stored = async () => {
        const options = { recursive: true, withFileTypes: true } as const
        const entries = await readdir(join(small.path, 'data/files'), options).catch(() => [])
        return entries.filter((entry) => entry.isFile())
      }
      small.fill()
      expect(await upload()).toMatchObject({ status: 503, body: { code: 'store_unavailable' } })
      expect(await stored()).toEqual([])
      expect((await device.get(`/api/boards/${id}`)).status).toBe(200)
      small.free()
      expect((await upload()).status).toBe(201)
      expect(await stored()).toHaveLength(1)
    } finally {
      small.free()
      await server.stop()
    }
  })

  test('leaves no half backup, and says why there is none', async () => {
    const dir = await makeTempDir()
    const server = await startTestServer({ config: { dataDir: dir.path } })
    try {
      await board(server)
      const file = join(small.path, 'backup.tgz')
      const backUp = () => writeBackup(dir.path, file, { nowMs: 0, version: '0', report: () => undefined })
      const before = await readdir(small.path)
      small.fill()
      await expect(backUp()).rejects.toThrow(/There is no space left/)
      small.free()
      expect(await readdir(small.path)).toEqual(before)
      expect(await backUp()).toMatchObject({ manifest: { boards: 1 } })
    } finally {
      small.free()
      await server.stop()
      await dir.remove()
    }
  })
})
