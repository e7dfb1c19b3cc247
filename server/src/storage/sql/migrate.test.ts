import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessionSchema } from '#shared/session/session.ts'
import { noTables } from '#shared/session/tables/table-plan.ts'
import { having, running, session } from '#shared/session/testing/sessions.ts'
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

  test('gives sessions of before their tables, and keeps everybody who was on a board', () => {
    migrate(path, migrations.slice(0, 6))
    const before = new Sqlite(path)
    const { tables: _tables, tablesVersion: _version, seatingVersion: _seating, ...stored } = session()
    const started = running(having(session(), { type: 'start' }))
    const { tableClocks: _clocks, ...run } = started
    const insert = before.prepare('INSERT INTO session VALUES (?, ?, 7, ?, ?, 0, ?)')
    const write = (id: string, board: string, state: string, damage = 0) =>
      insert.run(id, board, state, crc32(state) + damage, null)
    before.exec(`
      INSERT INTO pilot VALUES ('pilot', 'slug', 'Pilot', '', '', '', 'idea', '', 0, 0);
      INSERT INTO guest VALUES ('guest', 'secret', 1);
    `)
    for (const board of ['one', 'two']) {
      before
        .prepare(
          "INSERT INTO board (id, pilot_id, title, created_at_ms, changed_at_ms) VALUES (?, 'pilot', 'Board', 0, 0)",
        )
        .run(board)
    }
    before.exec(`
      INSERT INTO invite VALUES ('invite', 'one', 'viewer', 'ABC123', 'hash', NULL, 0, NULL, 5);
      INSERT INTO participant (id, board_id, guest_id, invite_id, role, name, joined_at_ms, removed_at_ms)
        VALUES ('ana', 'one', 'guest', 'invite', 'editor', 'Ana', 3, 4);
      INSERT INTO join_token VALUES ('token', 'ana', 6);
      INSERT INTO vote_round (id, board_id, key, number, title, setup, dots, super_votes, is_one_each, opened_at_ms, opened_by_name)
        VALUES ('round', 'one', 'key', 1, '', '{}', 3, 1, 0, 0, 'Fay');
      INSERT INTO vote_dot VALUES ('round', 'ana', 0, 'shape:a', NULL, NULL, 0, 0), ('round', 'ana', 1000, 'shape:a', NULL, NULL, 0, 0);
    `)
    write('sound', 'one', JSON.stringify({ ...stored, version: 7, run }))
    write('damaged', 'two', JSON.stringify(stored), 1)
    before.close()
    migrate(path)
    const after = new Sqlite(path)
    const stateOf = (id: string) => {
      const row = after.prepare('SELECT state, checksum FROM session WHERE id = ?').get(id)
      return row as { state: string; checksum: number }
    }
    const sound = stateOf('sound')
    expect(crc32(sound.state)).toBe(sound.checksum)
    expect(sessionSchema.parse(JSON.parse(sound.state))).toMatchObject({
      ...{ run: started, tables: noTables, tablesVersion: 7, seatingVersion: 7 },
    })
    expect(stateOf('damaged').state).toBe(JSON.stringify(stored))
    const ana = { board_id: 'one', invite_id: 'invite', joined_at_ms: 3, removed_at_ms: 4, place: null, stands_for: 1 }
    expect(after.prepare('SELECT * FROM participant').all()).toMatchObject([ana])
    expect(after.prepare('SELECT * FROM join_token').all()).toMatchObject([
      { token_hash: 'token', participant_id: 'ana' },
    ])
    expect(after.prepare('SELECT * FROM invite').all()).toMatchObject([{ code: 'ABC123', created_at_ms: 5 }])
    expect(after.prepare('SELECT slot FROM vote_dot ORDER BY slot').pluck().all()).toEqual([0, 2_000])
    after.close()
  })

  test('notes of boards of before how far their logs go, and of none that it had nothing', () => {
    migrate(path, migrations.slice(0, 8))
    const before = new Sqlite(path)
    before.exec("INSERT INTO pilot VALUES ('pilot', 'slug', 'Pilot', '', '', '', 'idea', '', 0, 0)")
    for (const board of ['rows', 'snapshot', 'gone']) {
      before
        .prepare(
          "INSERT INTO board (id, pilot_id, title, created_at_ms, changed_at_ms) VALUES (?, 'pilot', 'Board', 0, 0)",
        )
        .run(board)
    }
    before.exec(`
      INSERT INTO board_update (number, board_id, bytes, checksum, at_ms) VALUES (7, 'rows', x'00', 0, 0), (9, 'rows', x'00', 0, 0);
      INSERT INTO board_snapshot (board_id, covers_up_to, bytes, checksum, format, at_ms) VALUES ('snapshot', 12, x'00', 0, 'yjs-v1', 0);
    `)
    for (const layer of ['rows', 'snapshot', 'gone']) {
      before.prepare("INSERT INTO layer (id, board_id, participant_id) VALUES (?, 'rows', ?)").run(layer, layer)
    }
    before.close()
    migrate(path)
    const after = new Sqlite(path)
    const lastNumbers = (table: string) => after.prepare(`SELECT id, last_number FROM ${table} ORDER BY id`).raw().all()
    const found = (ofNone: number) => [
      ['gone', ofNone],
      ['rows', 9],
      ['snapshot', 12],
    ]
    expect({ boards: lastNumbers('board'), layers: lastNumbers('layer') }).toEqual({
      boards: found(1),
      layers: found(0),
    })
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

  test('a process that is killed in the midst of a migration leaves the database as it was before it', () => {
    const rowsOf = (file: string) => {
      const db = new Sqlite(file)
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
      const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).raw().all()])
      const verdict = db.pragma('integrity_check', { simple: true })
      db.close()
      return { rows: crc32(JSON.stringify(rows)), verdict }
    }
    // Written to the disk before it is committed, as happens to a large one.
    const spill = (db: Sqlite.Database) => db.pragma('cache_size = 1')
    const atKills: string[] = []
    const killed = migrations.map((migration) => ({
      ...migration,
      run: (db: Sqlite.Database) => {
        spill(db)
        migration.run(db)
        const copy = join(dir.path, `killed-in-${migration.number}.sqlite`)
        for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copy}${end}`)
        atKills.push(copy)
      },
    }))
    migrate(path, migrations.slice(0, 1))
    const db = new Sqlite(path)
    db.exec("INSERT INTO pilot VALUES ('pilot', 'slug', 'Pilot', '', '', '', 'idea', '', 0, 0)")
    const insertBoard = db.prepare(
      "INSERT INTO board (id, pilot_id, title, created_at_ms, changed_at_ms) VALUES (?, 'pilot', 'Board', 0, 0)",
    )
    const insertUpdate = db.prepare('INSERT INTO board_update (board_id, bytes, checksum, at_ms) VALUES (?, ?, 0, 0)')
    for (let i = 0; i < 30; i += 1) {
      insertBoard.run(`board-${i}`)
      insertUpdate.run(`board-${i}`, Buffer.alloc(2_000, i))
    }
    db.close()
    migrate(path, killed)
    const whole = rowsOf(path)
    expect(atKills).toHaveLength(migrations.length - 1)
    for (const [i, copy] of atKills.entries()) {
      expect(migrate(copy)).toEqual(migrations.slice(i + 1).map(({ name }) => name))
      expect(rowsOf(copy)).toEqual(whole)
    }
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
