import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'

let dir: TempDir
let path: string
let database: SqlDatabase
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
  database = await openSqlDatabase(path)
})
afterEach(() => dir.remove())

const makeTable = { sql: 'CREATE TABLE word (text BLOB NOT NULL)', parameters: [] }
const insert = (bytes: number) => ({ sql: 'INSERT INTO word (text) VALUES (zeroblob(?))', parameters: [bytes] })

describe('a database', () => {
  test('that is closed is one file with all in it', async () => {
    await database.writer.write([makeTable, insert(100)])
    await sql`SELECT * FROM word`.execute(database.db)
    expect(await readdir(dir.path)).toContain('test.sqlite-wal')
    await database.close()
    expect(await readdir(dir.path)).toEqual(['test.sqlite'])
  })

  test('does not keep the room that its log took while somebody read for long', async () => {
    const logBytes = async () => (await stat(`${path}-wal`)).size
    await database.writer.write([makeTable])
    const reader = new Sqlite(path, { readonly: true })
    reader.exec('BEGIN; SELECT * FROM word')
    for (let i = 0; i < 30; i += 1) await database.writer.write([insert(1_000_000)])
    expect(await logBytes()).toBeGreaterThan(30_000_000)
    reader.close()
    // The first commit empties the log, the next one begins it anew.
    for (let i = 0; i < 2; i += 1) await database.writer.write([insert(100)])
    expect(await logBytes()).toBeLessThan(17_000_000)
    await database.close()
  })
})
