import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { encodeNewBoard, rootRecords } from '#shared/board/new-board.ts'
import type { LoggedUpdate } from '../../domain/room/board-log.ts'
import { note } from '../../testing/board-content.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { beginEpochs } from '../backup/begin-epochs.ts'
import { createSqlBoardLog } from './sql-board-log.ts'
import { createSqlBoardStore } from './sql-board-store.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'
import { createSqlLayerStore } from './sql-layer-store.ts'
import { createSqlPilotStore } from './sql-pilot-store.ts'

let dir: TempDir
let path: string
let database: SqlDatabase
const clock = { nowMs: () => 1_000 }
const anas = { id: 'layer-of-ana', boardId: 'board-1', participantId: 'ana', isAnonymous: false }
beforeEach(async () => {
  dir = await makeTempDir()
  path = join(dir.path, 'test.sqlite')
  database = await openSqlDatabase(path)
  const pilot = { id: 'pilot-1', slug: 'p', title: 'P', challenge: '', owner: '', department: '', stoppedReason: '' }
  await createSqlPilotStore(database).create({ ...pilot, stage: 'idea', createdAtMs: 0, changedAtMs: 0 })
  const facts = { template: null, templateVersion: null, changedBy: null, archivedAtMs: null, isDoorLocked: false }
  await createSqlBoardStore(database).create(
    { ...facts, id: 'board-1', pilotId: 'pilot-1', title: 'B', createdAtMs: 0, changedAtMs: 0, deletedAtMs: 1 },
    encodeNewBoard([]),
  )
  await createSqlLayerStore(database).open(anas)
})
afterEach(async () => {
  await database.close()
  await dir.remove()
})

function noteUpdate(boardId: string, words: string): LoggedUpdate {
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  for (const record of [...rootRecords, note('shape:one', words)]) records.put(record)
  return { boardId, epoch: 1, bytes: Y.encodeStateAsUpdate(doc), participantId: null, atMs: 0, isEdit: true }
}
const isStored = async (words: string) =>
  (await Promise.all(['', '-wal'].map((end) => readFile(path + end)))).some((bytes) => bytes.includes(words))
const end = {
  boardId: anas.id,
  epoch: 2,
  state: encodeNewBoard([]),
  retired: Uint8Array.of(0),
  atMs: 5,
  isNamedAgain: true,
}

describe('layers in SQLite', () => {
  test('are one for each person on a board, whoever comes first', async () => {
    const store = createSqlLayerStore(database)
    const [first, second] = await Promise.all([
      store.open({ ...anas, id: 'other', participantId: 'ben' }),
      store.open({ ...anas, id: 'another', participantId: 'ben' }),
    ])
    expect(first).toEqual(second)
    await store.markAnonymous('board-1', 'ben')
    expect(
      (await store.list('board-1')).map(({ participantId, isAnonymous }) => [participantId, isAnonymous]).sort(),
    ).toEqual([
      ['ana', false],
      ['ben', true],
    ])
  })

  test('[WA10] go with their board', async () => {
    await createSqlBoardLog(database, clock).append([noteUpdate(anas.id, 'Quixotic words')])
    expect(await isStored('Quixotic')).toBe(true)
    await createSqlBoardStore(database).purgeDeletedBefore(10)
    for (const table of ['layer', 'boardUpdate', 'boardSnapshot', 'boardEpoch'] as const)
      expect(await database.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  test('[WA7] end in the commit that brings what was in them, and leave nothing in the files', async () => {
    const log = createSqlBoardLog(database, clock)
    await createSqlLayerStore(database).markAnonymous('board-1')
    // Enough for whole pages of their own, and a snapshot that has come and gone.
    for (let i = 0; i < 3; i += 1) await log.append([noteUpdate(anas.id, `Quixotic ${i} `.repeat(2_000))])
    await log.compact(anas.id)
    await log.append([noteUpdate('board-1', 'Revealed')], [{ boardId: 'board-1', layers: [end], forgottenUploads: [] }])
    expect(await log.load(anas.id)).toMatchObject({ epoch: 2, snapshot: undefined, updates: [{ bytes: end.state }] })
    expect(await createSqlLayerStore(database).find('board-1', 'ana')).toEqual(anas)
    expect(await log.wipe()).toBe(true)
    expect(await isStored('Quixotic')).toBe(false)
    expect(await isStored('Revealed')).toBe(true)
    const again = log.append(
      [noteUpdate('board-1', 'Twice')],
      [{ boardId: 'board-1', layers: [end], forgottenUploads: [] }],
    )
    await expect(again).rejects.toThrow()
    expect(await isStored('Twice')).toBe(false)
  })

  test('[WA10] come back from a backup in an epoch of their own, as boards do', async () => {
    await createSqlBoardLog(database, clock).append([noteUpdate(anas.id, 'from the backup')])
    await database.close()
    expect(await beginEpochs(path, 7, 8)).toEqual({ damaged: [] })
    database = await openSqlDatabase(path)
    const { epoch, updates } = await createSqlBoardLog(database, clock).load(anas.id)
    expect(epoch).toBe(2)
    expect(Buffer.from(updates[0]?.bytes ?? new Uint8Array()).includes('from the backup')).toBe(true)
  })
})
