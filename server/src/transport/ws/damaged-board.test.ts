import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rootRecords } from '#shared/board/new-board.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { createSqlBoardLog } from '../../storage/sql/sql-board-log.ts'
import { openSqlDatabase, type SqlDatabase } from '../../storage/sql/sql-database.ts'
import { systemClock } from '../../system/system-clock.ts'
import { note } from '../../testing/board-content.ts'
import { connectRaw } from '../../testing/raw-client.ts'
import { type SyncServer, startSyncServer, testBoardId } from '../../testing/sync-server.ts'
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

describe('a restored board with damaged rows', () => {
  const restored = [...rootRecords, note('shape:restored', 'as it was')]
  async function restoreAndWrite() {
    await writeTwoNotes()
    await start()
    const restoration = { title: 'Before voting', copiedAtMs: 7, byName: 'Fay' }
    const keep = async () => ({ ...checkpointFacts, contents: new Uint8Array() })
    await server.rooms.restore(testBoardId, { records: restored, restoration, participantId: 'fay', keep })
    const person = await connectRaw(server.url, 'ana')
    person.edit((records) => records.put(note('shape:later', 'after that')))
    await until('the acknowledgement', () => person.saved.some(({ count }) => count === 1))
    person.stop()
    await server.stop()
  }
  const checkpointFacts = {
    id: 'before',
    boardId: testBoardId,
    kind: 'before_restore',
    title: null,
    createdAtMs: 0,
    createdBy: null,
    createdByName: null,
    shapeCount: 0,
    bytes: 0,
  } as const
  /** Opens it, twice, with a restart between, writing each time. */
  async function expectNotes(ids: readonly string[]) {
    for (const visit of ['first', 'second']) {
      await start()
      const back = await connectRaw(server.url, 'ben')
      for (const id of ids) expect(back.records.has(id)).toBe(true)
      if (visit === 'first') await until('the notice', () => back.notices.some(({ code }) => code === 'recovered'))
      back.edit((records) => records.put(note(`shape:${visit}`, 'goes on')))
      await until('the acknowledgement', () => back.saved.some(({ count }) => count === 1))
      if (visit === 'second') expect(back.records.has('shape:first')).toBe(true)
      back.stop()
      await server.stop()
    }
  }

  test('[EP5] opens at the checkpoint that its epoch began with, when nothing else is left, and goes on from there', async () => {
    await restoreAndWrite()
    tamper("UPDATE board_update SET bytes = x'00ff'")
    await expectNotes(['shape:restored'])
  })

  test('[EP5] opens with what came later, too, when only its beginning is damaged', async () => {
    await restoreAndWrite()
    tamper("UPDATE board_update SET bytes = x'00ff' WHERE number = (SELECT min(number) FROM board_update)")
    await expectNotes(['shape:restored', 'shape:later'])
  })

  test('[EP5] whose rows are gone altogether opens at the checkpoint', async () => {
    await restoreAndWrite()
    tamper('DELETE FROM board_update')
    await expectNotes(['shape:restored'])
  })

  test('[SY9] [EP5] of which the beginning is lost, too, is not shown empty, and can be restored', async () => {
    await restoreAndWrite()
    tamper("UPDATE board_update SET bytes = x'00ff'; UPDATE board_epoch SET state = x'00ff'")
    await start()
    const refused = await connectRaw(server.url, 'ana', { isSynced: false })
    expect(await until('the close', () => refused.closed)).toEqual(closeCodes.cannotOpen)
    const restoration = { title: null, copiedAtMs: 7, byName: 'Fay' }
    const keep = async () => ({ ...checkpointFacts, contents: new Uint8Array() })
    const again = { records: restored, restoration, participantId: 'fay', keep }
    expect(await server.rooms.restore(testBoardId, again)).toMatchObject({ epoch: 3, before: undefined })
    const back = await connectRaw(server.url, 'ana')
    expect(back.records.read('shape:restored')).toMatchObject(note('shape:restored', 'as it was'))
    back.stop()
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
