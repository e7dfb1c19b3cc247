import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { createSqlBoardLog } from '../../storage/sql/sql-board-log.ts'
import { openSqlDatabase, type SqlDatabase } from '../../storage/sql/sql-database.ts'
import { systemClock } from '../../system/system-clock.ts'
import { note } from '../../testing/board-content.ts'
import { connectRaw } from '../../testing/raw-client.ts'
import { type SyncServer, startSyncServer } from '../../testing/sync-server.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { until } from '../../testing/until.ts'

let dir: TempDir
let path: string
let database: SqlDatabase
let server: SyncServer
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
  database = await openSqlDatabase(path)
  await start()
})
afterEach(async () => {
  await server.stop()
  await database.close()
  await dir.remove()
})

async function start() {
  server = await startSyncServer({ log: createSqlBoardLog(database, systemClock) })
}

/** Writes two notes by two people and stops the server. */
async function writeTwoNotes() {
  for (const token of ['ana', 'ben']) {
    const person = await connectRaw(server.url, token)
    person.edit((records) => records.put(note(`shape:${token}`, `by ${token}`)))
    await until('the acknowledgement', () => person.saved.some(({ count }) => count === 1))
    person.stop()
  }
  await server.stop()
}

function tamper(sql: string) {
  const db = new Sqlite(path)
  db.exec(sql)
  db.close()
}

describe('a board with damaged rows', () => {
  test('[SY8] opens at its last good state, with a notice to people and a line in the log', async () => {
    await writeTwoNotes()
    tamper("UPDATE board_update SET bytes = x'00ff' WHERE participant_id = 'ana'")
    await start()
    const back = await connectRaw(server.url, 'ana')
    expect(back.records.read('shape:ben')).toEqual(note('shape:ben', 'by ben'))
    expect(back.records.has('shape:ana')).toBe(false)
    await until('the notice', () => back.notices.some(({ code }) => code === 'recovered'))
    expect(server.logged).toContainEqual(
      expect.objectContaining({
        level: 'error',
        fields: expect.objectContaining({ boardId: 'board-under-test', damaged: 1 }),
      }),
    )
    back.edit((records) => records.put(note('shape:new', 'goes on')))
    await until('the acknowledgement', () => back.saved.some(({ count }) => count === 1))
    back.stop()
  })

  test('[SY9] of which nothing is left is not shown empty', async () => {
    await writeTwoNotes()
    tamper("UPDATE board_update SET bytes = x'00ff'")
    await start()
    const refused = await connectRaw(server.url, 'ana', { isSynced: false })
    expect(await until('the close', () => refused.closed)).toEqual(closeCodes.cannotOpen)
  })
})

describe('a board with a long log', () => {
  test('[SY16] is stored as a snapshot that says the same, and goes on from there', async () => {
    const ana = await connectRaw(server.url, 'ana')
    for (let i = 0; i < 60; i += 1) ana.edit((records) => records.put(note(`shape:n${i}`, `note ${i}`)))
    await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 60))
    ana.stop()
    await until('the room to be gone', () => server.rooms.liveBoards() === 0)
    const stored = await createSqlBoardLog(database, systemClock).load('board-under-test')
    expect(stored.updates).toEqual([])
    expect(stored.snapshot?.bytes.byteLength).toBeGreaterThan(1_000)
    const back = await connectRaw(server.url, 'ben')
    expect(back.records.readAll()).toHaveLength(62)
    expect(back.records.read('shape:n59')).toEqual(note('shape:n59', 'note 59'))
    back.stop()
  })
})
