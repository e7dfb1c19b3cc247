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

  test('keeps every checkpoint of a database from before sessions, damaged ones as they are', () => {
    migrate(path, migrations.slice(0, 3))
    const before = new Sqlite(path)
    const insert = before.prepare('INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    for (const [i, kind] of ['manual', 'automatic', 'before_restore'].entries()) {
      const title = kind === 'manual' ? 'Before voting' : null
      insert.run(`checkpoint-${i}`, 'board-1', kind, title, i, null, 'Ana', i, 3, 7 + i, Buffer.from([1, 2, i]))
    }
    const kept = before.prepare('SELECT * FROM checkpoint ORDER BY id').all()
    before.close()
    expect(migrate(path)).toEqual(migrations.slice(3).map(({ name }) => name))
    const after = new Sqlite(path)
    expect(after.prepare('SELECT * FROM checkpoint ORDER BY id').all()).toEqual(kept)
    const addKind = (kind: string) =>
      after.prepare("INSERT INTO checkpoint VALUES (?, 'b', ?, NULL, 0, NULL, NULL, 0, 0, 0, x'00')").run(kind, kind)
    addKind('step')
    expect(() => addKind('nonsense')).toThrow(/CHECK/)
    after.close()
  })

  test('ends at the same schema from every version as from nothing', () => {
    const schemaOf = (file: string) => {
      const db = new Sqlite(file)
      const rows = db.prepare(
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      const columns = rows.all().map((row) => {
        const { type, name } = row as { type: string; name: string }
        return [row, type === 'table' ? db.pragma(`table_info(${name})`) : []]
      })
      db.close()
      return columns
    }
    migrate(path)
    for (const [i] of migrations.entries()) {
      const older = join(dir.path, `from-${i}.sqlite`)
      migrate(older, migrations.slice(0, i))
      migrate(older)
      expect(schemaOf(older)).toEqual(schemaOf(path))
    }
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
