import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boardLogContract, loggedUpdate, readLog, updateOf } from '../../domain/room/board-log.contract.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { checksum } from './checksum.ts'
import { createSqlBoardLog } from './sql-board-log.ts'
import { createSqlCheckpointStore } from './sql-checkpoint-store.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'

const clock = { nowMs: () => 1_000 }

boardLogContract('SQLite', async () => {
  const dir = await makeTempDir()
  const database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  return {
    log: createSqlBoardLog(database, clock),
    checkpoints: async (boardId) => (await createSqlCheckpointStore(database).list(boardId)).map(({ id }) => id),
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
  const open = () => createSqlBoardLog(database, clock)
  const read = async () => {
    const { snapshot, updates, damaged } = await readLog(open())
    return { snapshot, updates, damaged }
  }
  const setAside = () => database.db.selectFrom('damagedPart').select(['kind', 'number']).execute()

  test('[SY8] passes over a row whose bytes have changed, and sets it aside with the next snapshot', async () => {
    await open().append([loggedUpdate('a'), loggedUpdate('b'), loggedUpdate('c')])
    tamper('UPDATE board_update SET bytes = ? WHERE number = 2', updateOf('B'))
    const damaged = [{ kind: 'update', number: 2 }]
    expect(await read()).toEqual({ snapshot: undefined, updates: ['a', 'c'], damaged })
    expect(await open().compact('board-one')).toMatchObject({ setAside: 1 })
    expect(await read()).toEqual({ snapshot: ['a', 'c'], updates: [], damaged: [] })
    expect(await setAside()).toEqual(damaged)
  })

  test('[SY16] goes back to the snapshot before, and the rows since, when the newest is damaged', async () => {
    for (const text of ['a', 'b', 'c']) {
      await open().append([loggedUpdate(text)])
      await open().compact('board-one')
    }
    await open().append([loggedUpdate('d')])
    expect(await read()).toEqual({ snapshot: ['a', 'b', 'c'], updates: ['d'], damaged: [] })
    tamper("UPDATE board_snapshot SET bytes = CAST(x'00' || bytes AS BLOB) WHERE covers_up_to = 3")
    const damaged = [{ kind: 'snapshot', coversUpTo: 3 }]
    expect(await read()).toEqual({ snapshot: ['a', 'b'], updates: ['c', 'd'], damaged })
  })

  test('[SY16] does not let a damaged snapshot push out the sound one before it', async () => {
    for (const text of ['a', 'b']) {
      await open().append([loggedUpdate(text)])
      await open().compact('board-one')
    }
    tamper("UPDATE board_snapshot SET bytes = CAST(x'00' || bytes AS BLOB) WHERE covers_up_to = 2")
    await open().append([loggedUpdate('c')])
    expect(await open().compact('board-one')).toMatchObject({ setAside: 1 })
    tamper("UPDATE board_snapshot SET bytes = CAST(x'00' || bytes AS BLOB) WHERE covers_up_to = 3")
    expect(await read()).toEqual({
      snapshot: ['a'],
      updates: ['b', 'c'],
      damaged: [{ kind: 'snapshot', coversUpTo: 3 }],
    })
    expect(await setAside()).toEqual([{ kind: 'snapshot', number: 2 }])
  })

  test('makes a snapshot from what is stored now, whatever was stored when the last one was made', async () => {
    const log = open()
    await log.append([loggedUpdate('a'), loggedUpdate('b')])
    await log.compact('board-one')
    const state = updateOf('brought back')
    tamper("UPDATE board_snapshot SET bytes = ?, checksum = ?, format = 'yjs-v1'", state, checksum(state))
    await log.append([loggedUpdate('c')])
    await log.compact('board-one')
    expect(await read()).toEqual({ snapshot: ['brought back', 'c'], updates: [], damaged: [] })
  })

  test('reads the snapshots of the first releases', async () => {
    const state = updateOf('a')
    tamper(
      "INSERT INTO board_snapshot (board_id, covers_up_to, bytes, checksum, at_ms) VALUES ('board-one', 1, ?, ?, 0)",
      state,
      checksum(state),
    )
    expect(await read()).toEqual({ snapshot: ['a'], updates: [], damaged: [] })
  })

  test('passes over the snapshot of an epoch that ended while it was made, and replaces it', async () => {
    const beginning = updateOf('beginning')
    const restoration = { title: null, copiedAtMs: 0, byName: null }
    const next = { boardId: 'board-one', epoch: 2, state: beginning, retired: Uint8Array.of(0), restoration }
    await open().append([loggedUpdate('a'), loggedUpdate('b')])
    await open().beginEpoch({ ...next, before: undefined, participantId: null, atMs: 0 })
    const state = updateOf('a')
    tamper(
      "INSERT INTO board_snapshot (board_id, covers_up_to, bytes, checksum, at_ms) VALUES ('board-one', 2, ?, ?, 0)",
      state,
      checksum(state),
    )
    expect(await read()).toEqual({ snapshot: undefined, updates: ['beginning'], damaged: [] })
    await open().compact('board-one')
    await open().append([loggedUpdate('c', { epoch: 2 })])
    expect(await read()).toEqual({ snapshot: ['beginning'], updates: ['c'], damaged: [] })
  })

  test('says when it is not known any more who had a part in an epoch that is over', async () => {
    const restoration = { title: null, copiedAtMs: 0, byName: null }
    const next = { boardId: 'board-one', epoch: 2, state: updateOf('b'), retired: Uint8Array.of(1, 2, 3), restoration }
    await open().beginEpoch({ ...next, before: undefined, participantId: null, atMs: 0 })
    tamper('UPDATE board_epoch SET retired = ?', Uint8Array.of(1, 9, 3))
    expect((await read()).damaged).toEqual([{ kind: 'epoch', epoch: 2 }])
    expect((await open().load('board-one')).retired).toEqual([])
  })

  test('says on the board when it was last changed and by whom, in the commit of the change itself', async () => {
    tamper("INSERT INTO pilot VALUES ('pilot-one', 'p', 'P', '', '', '', 'idea', '', 0, 0)")
    tamper(
      `INSERT INTO board (id, pilot_id, title, created_at_ms, changed_at_ms) VALUES ('board-one', 'pilot-one', 'B', 0, 0)`,
    )
    await open().append([loggedUpdate('a', { atMs: 7 }), loggedUpdate('put back', { atMs: 9, isEdit: false })])
    const board = await database.db.selectFrom('board').selectAll().executeTakeFirstOrThrow()
    expect(board).toMatchObject({ changedAtMs: 7, changedBy: 'ana' })
  })
})
