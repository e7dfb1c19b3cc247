import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeNewBoard, rootRecords } from '#shared/board/new-board.ts'
import type { NewCheckpoint } from '../../domain/checkpoint/checkpoint.ts'
import type { CheckpointStore } from '../../domain/checkpoint/checkpoint-store.ts'
import { type Checkpoints, createCheckpoints } from '../../domain/checkpoint/checkpoints.ts'
import { createRoomRegistry } from '../../domain/room/room-registry.ts'
import { gzipRecordPacking } from '../../system/gzip-record-packing.ts'
import { createNodeSecrets } from '../../system/node-secrets.ts'
import { createRoomMachine } from '../../system/room-machine.ts'
import { manualClock } from '../../testing/manual-clock.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createSqlBoardLog } from './sql-board-log.ts'
import { createSqlBoardStore } from './sql-board-store.ts'
import { createSqlCheckpointStore } from './sql-checkpoint-store.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'

const minuteMs = 60_000
const clock = manualClock()
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
let dir: TempDir
let database: SqlDatabase
let store: CheckpointStore
let checkpoints: Checkpoints
beforeEach(async () => {
  dir = await makeTempDir()
  database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  store = createSqlCheckpointStore(database)
  const log = createSqlBoardLog(database, clock)
  const rooms = createRoomRegistry({
    log,
    clock,
    logger,
    machine: createRoomMachine(),
    lastKept: async () => undefined,
    isStoredFile: () => true,
    sessionOf: async () => undefined,
    votesOf: () => undefined,
    isVotedIn: () => false,
    onLeaderGone: () => undefined,
    onPeopleAtTables: () => undefined,
    onGuests: () => undefined,
    emptyRoomKeptMs: 0,
  })
  const secrets = createNodeSecrets(new Uint8Array(32))
  checkpoints = createCheckpoints({ store, packing: gzipRecordPacking, rooms, secrets, clock, logger })
})
afterEach(async () => {
  await database.close()
  await dir.remove()
})

function checkpoint(id: string, overrides: Partial<NewCheckpoint> = {}): NewCheckpoint {
  return {
    id,
    boardId: 'board-one',
    kind: 'manual',
    title: 'Before voting',
    createdAtMs: clock.nowMs(),
    createdBy: 'fay',
    createdByName: 'Fay',
    shapeCount: 3,
    bytes: 4,
    contents: Uint8Array.of(1, 2, 3, 4),
    ...overrides,
  }
}

/** A board that somebody changes, or nobody. */
async function makeBoard(id: string): Promise<void> {
  const pilot = "INSERT OR IGNORE INTO pilot VALUES ('pilot-one', 'p', 'P', '', '', '', 'idea', '', 0, 0)"
  await database.writer.write([{ sql: pilot, parameters: [] }])
  const atMs = clock.nowMs()
  const times = { createdAtMs: atMs, changedAtMs: atMs, changedBy: null, archivedAtMs: null, deletedAtMs: null }
  await createSqlBoardStore(database).create(
    { id, pilotId: 'pilot-one', title: 'B', template: null, templateVersion: null, ...times, isDoorLocked: false },
    encodeNewBoard([]),
  )
}
async function change(boardId: string): Promise<void> {
  const bytes = encodeNewBoard([])
  await createSqlBoardLog(database, clock).append([
    { boardId, epoch: 1, bytes, participantId: 'ana', atMs: clock.nowMs(), isEdit: true },
  ])
}
const kindsOf = async (boardId: string) => (await store.list(boardId)).map(({ kind }) => kind)
const saveAutomatic = () => checkpoints.saveAutomatic(new AbortController().signal)

describe('checkpoints in SQLite', () => {
  test('are given back as they were saved, the newest first, board by board', async () => {
    await store.save(checkpoint('old', { createdAtMs: 1 }))
    await store.save(checkpoint('new', { createdAtMs: 2, title: null, kind: 'automatic', createdBy: null }))
    await store.save(checkpoint('other', { boardId: 'board-two' }))
    expect((await store.list('board-one')).map(({ id }) => id)).toEqual(['new', 'old'])
    const { contents, ...facts } = checkpoint('old', { createdAtMs: 1 })
    expect(await store.find('board-one', 'old')).toEqual(facts)
    expect(await store.find('board-two', 'old')).toBeUndefined()
    expect(await store.readContents('board-one', 'old')).toEqual(contents)
  })

  test('have no contents any more when a byte of them has changed', async () => {
    await store.save(checkpoint('one'))
    await database.writer.write([{ sql: "UPDATE checkpoint SET contents = x'01020305'", parameters: [] }])
    expect(await store.readContents('board-one', 'one')).toBeUndefined()
  })

  test('are gone when they are removed, or their board is purged, and others are not', async () => {
    await makeBoard('board-one')
    for (const id of ['one', 'two']) await store.save(checkpoint(id))
    await store.save(checkpoint('other', { boardId: 'board-two' }))
    await store.remove('board-one', ['one', 'never there'])
    await store.remove('board-one', [])
    await store.remove('board-one', ['other'])
    expect((await store.list('board-one')).map(({ id }) => id)).toEqual(['two'])
    const boards = createSqlBoardStore(database)
    await boards.update('board-one', { deletedAtMs: 1 })
    await boards.purgeDeletedBefore(2)
    expect(await store.list('board-one')).toEqual([])
    expect(await store.list('board-two')).toHaveLength(1)
  })
})

describe('automatic checkpoints', () => {
  test('are saved of boards that somebody has changed since the last one, and of no others', async () => {
    for (const id of ['changed', 'untouched', 'deleted']) await makeBoard(id)
    clock.moveMs(minuteMs)
    await change('changed')
    await change('deleted')
    await createSqlBoardStore(database).update('deleted', { deletedAtMs: clock.nowMs() })
    await saveAutomatic()
    await saveAutomatic()
    expect([await kindsOf('changed'), await kindsOf('untouched'), await kindsOf('deleted')]).toEqual([
      ['automatic'],
      [],
      [],
    ])
    const [saved] = await store.list('changed')
    expect(saved).toMatchObject({ title: null, createdBy: null, createdByName: null, shapeCount: 0 })
    expect(await checkpoints.recordsOf('changed', saved?.id ?? '')).toHaveLength(rootRecords.length)
    clock.moveMs(minuteMs)
    await change('changed')
    await saveAutomatic()
    expect(await kindsOf('changed')).toEqual(['automatic', 'automatic'])
  })

  test('are not saved of a board that was changed long ago', async () => {
    await makeBoard('changed')
    clock.moveMs(1)
    await change('changed')
    clock.moveMs(61 * minuteMs)
    await saveAutomatic()
    expect(await kindsOf('changed')).toEqual([])
  })

  test('are not saved any more once the server stops', async () => {
    await makeBoard('changed')
    clock.moveMs(1)
    await change('changed')
    await checkpoints.saveAutomatic(AbortSignal.abort())
    expect(await kindsOf('changed')).toEqual([])
  })

  test('of one board that cannot be read do not keep the others from being saved', async () => {
    for (const id of ['broken', 'sound']) await makeBoard(id)
    clock.moveMs(1)
    for (const id of ['broken', 'sound']) await change(id)
    await database.writer.write([
      { sql: "UPDATE board_update SET bytes = x'00ff' WHERE board_id = 'broken'", parameters: [] },
    ])
    await saveAutomatic()
    expect([await kindsOf('broken'), await kindsOf('sound')]).toEqual([[], ['automatic']])
  })
})
