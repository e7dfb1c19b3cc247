import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boardLogContract, loggedUpdate } from '../../domain/room/board-log.contract.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createSqlBoardLog } from './sql-board-log.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'

const clock = { nowMs: () => 1_000 }

boardLogContract('SQLite', async () => {
  const dir = await makeTempDir()
  const database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  return {
    log: createSqlBoardLog(database, clock),
    async close() {
      await database.close()
      await dir.remove()
    },
  }
})

describe('the board log in SQLite', () => {
  let dir: TempDir
  let path: string
  let database: SqlDatabase
  beforeEach(async () => {
    dir = await makeTempDir()
    path = join(dir.path, 'test.sqlite')
    database = await openSqlDatabase(path)
  })
  afterEach(async () => {
    await database.close()
    await dir.remove()
  })

  /** As a disk that lies does it, or a hand that slipped. */
  function tamper(sql: string, ...parameters: unknown[]) {
    const db = new Sqlite(path)
    db.prepare(sql).run(...parameters)
    db.close()
  }
  const read = async () => {
    const { snapshot, updates, damaged } = await createSqlBoardLog(database, clock).load('board-one')
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
    return { snapshot: snapshot && decode(snapshot), updates: updates.map(decode), damaged }
  }
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('[SY8] passes over a row whose bytes have changed, and counts it', async () => {
    const log = createSqlBoardLog(database, clock)
    await log.append([loggedUpdate('a'), loggedUpdate('b'), loggedUpdate('c')])
    tamper('UPDATE board_update SET bytes = ? WHERE number = 2', Buffer.from('B'))
    expect(await read()).toEqual({ snapshot: undefined, updates: ['a', 'c'], damaged: 1 })
  })

  test('[SY16] goes back to the snapshot before, and the rows since, when the newest is damaged', async () => {
    const log = createSqlBoardLog(database, clock)
    for (const text of ['a', 'b', 'c']) {
      await log.saveSnapshot('board-one', bytes(`up to ${text}`), await log.append([loggedUpdate(text)]))
    }
    await log.append([loggedUpdate('d')])
    expect(await read()).toEqual({ snapshot: 'up to c', updates: ['d'], damaged: 0 })
    tamper("UPDATE board_snapshot SET bytes = ? WHERE CAST(bytes AS TEXT) = 'up to c'", Buffer.from('up to x'))
    expect(await read()).toEqual({ snapshot: 'up to b', updates: ['c', 'd'], damaged: 1 })
  })

  test('says on the board when it was last changed and by whom, in the commit of the change itself', async () => {
    tamper("INSERT INTO pilot VALUES ('pilot-one', 'p', 'P', '', '', '', 'idea', '', 0, 0)")
    tamper(
      `INSERT INTO board (id, pilot_id, title, created_at_ms, changed_at_ms) VALUES ('board-one', 'pilot-one', 'B', 0, 0)`,
    )
    const log = createSqlBoardLog(database, clock)
    await log.append([loggedUpdate('a', { atMs: 7 }), loggedUpdate('put back', { atMs: 9, isEdit: false })])
    const board = await database.db.selectFrom('board').selectAll().executeTakeFirstOrThrow()
    expect(board).toMatchObject({ changedAtMs: 7, changedBy: 'ana' })
  })
})
