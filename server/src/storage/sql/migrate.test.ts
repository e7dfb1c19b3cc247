import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { migrate, NewerDatabase } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'

let dir: TempDir
let path: string
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
})
afterEach(() => dir.remove())

describe('migrating', () => {
  test('runs each migration once', () => {
    expect(migrate(path)).toEqual(migrations.map(({ name }) => name))
    expect(migrate(path)).toEqual([])
  })

  test('numbers the migrations from one, without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, i) => i + 1))
  })

  test('leaves nothing of a migration that fails', () => {
    const broken = {
      number: 1,
      name: 'broken',
      run: (db: Sqlite.Database) => {
        db.exec('CREATE TABLE half (id INTEGER)')
        throw new Error('stop')
      },
    }
    expect(() => migrate(path, [broken])).toThrow('stop')
    const db = new Sqlite(path)
    expect(db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()).toEqual({ tables: 0 })
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    db.close()
  })

  test('refuses a database of a newer version with a sentence', () => {
    migrate(path)
    const db = new Sqlite(path)
    db.pragma('user_version = 99')
    db.close()
    expect(() => migrate(path)).toThrow(NewerDatabase)
    expect(() => migrate(path)).toThrow(/newer version of Tablecloth \(schema 99/)
  })
})
