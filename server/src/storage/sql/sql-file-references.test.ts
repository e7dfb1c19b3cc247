import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardRecords } from '#shared/board/board-records.ts'
import { createFileCollection, type FileCollection } from '../../domain/file/file-collection.ts'
import type { FileStore } from '../../domain/file/file-store.ts'
import { gzipRecordPacking } from '../../system/gzip-record-packing.ts'
import { systemClock } from '../../system/system-clock.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createDiskFileStore } from '../files/disk-file-store.ts'
import { createSqlBoardFileStore } from './sql-board-file-store.ts'
import { openSqlDatabase, type SqlDatabase } from './sql-database.ts'
import { createSqlFileReferences } from './sql-file-references.ts'

let dir: TempDir
let database: SqlDatabase
let contents: FileStore
let collection: FileCollection
beforeEach(async () => {
  dir = await makeTempDir()
  database = await openSqlDatabase(join(dir.path, 'test.sqlite'))
  contents = createDiskFileStore(join(dir.path, 'files'))
  collection = createFileCollection({
    contents,
    boardFiles: createSqlBoardFileStore(database),
    references: createSqlFileReferences(database),
    clock: systemClock,
  })
})
afterEach(async () => {
  await database.close()
  await dir.remove()
})

const nameOf = (digit: string) => `${digit.repeat(64)}.png`
const pathOf = (name: string) => join(dir.path, 'files', name.slice(0, 2), name)

async function putPicture(digit: string, age: 'old' | 'young' = 'old'): Promise<string> {
  const name = nameOf(digit)
  await contents.put(name, Uint8Array.of(1))
  if (age === 'old') await utimes(pathOf(name), 0, 0)
  return name
}

async function pictures(): Promise<string[]> {
  const paths = await readdir(join(dir.path, 'files'), { recursive: true })
  return paths.flatMap((path) => /([a-f0-9])\1{63}/.exec(path)?.[1] ?? []).sort()
}

function asset(digit: string) {
  return { id: 'asset:one', typeName: 'asset', type: 'image', meta: {}, props: { src: `asset:${nameOf(digit)}`, w: 1 } }
}

/** A board that shows the picture: made with it, or told of it afterwards. */
function boardWith(digit: string, how: 'made with it' | 'told of it'): Y.Doc {
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  const whole = asset(digit)
  if (how === 'made with it') records.put(whole)
  else {
    const waiting = { ...whole, props: { ...whole.props, src: null } }
    records.put(waiting)
    records.change(waiting, whole)
  }
  return doc
}

function store(sql: string, ...values: unknown[]): void {
  const db = new Sqlite(join(dir.path, 'test.sqlite'))
  db.pragma('foreign_keys = OFF')
  db.prepare(sql).run(...values)
  db.close()
}
function storeUpdate(bytes: Uint8Array): void {
  store('INSERT INTO board_update (board_id, bytes, checksum, at_ms) VALUES (?, ?, 0, 0)', 'b', bytes)
}

describe('pictures that nothing mentions', () => {
  test('go in the second round, and not before', async () => {
    await putPicture('a')
    await putPicture('b')
    expect(await collection.collect()).toBe(0)
    expect(await pictures()).toEqual(['a', 'b'])
    expect(contents.hasNow(nameOf('a'))).toBe(false)
    expect(await contents.find(nameOf('a'))).toBeDefined()
    expect(await collection.collect()).toBe(2)
    expect(await pictures()).toEqual([])
  })

  test('stay for a day after they came, and when somebody puts them there once more', async () => {
    await putPicture('a')
    await putPicture('b', 'young')
    await collection.collect()
    await contents.put(nameOf('a'), Uint8Array.of(1))
    expect(contents.hasNow(nameOf('a'))).toBe(true)
    await collection.collect()
    expect(await pictures()).toEqual(['a', 'b'])
  })
})

describe('pictures stay that are mentioned', () => {
  const rounds = async () => {
    await collection.collect()
    await collection.collect()
    return pictures()
  }

  test('in the list of a board', async () => {
    const name = await putPicture('c')
    store("INSERT INTO board_file VALUES ('b', ?, 'image/png', 1, 'ana', 0)", name)
    expect(await rounds()).toEqual(['c'])
  })

  test.each(['made with it', 'told of it'] as const)(
    'in an update of a board that was %s: a copied note',
    async (how) => {
      await putPicture('d')
      storeUpdate(Y.encodeStateAsUpdate(boardWith('d', how)))
      expect(await rounds()).toEqual(['d'])
    },
  )

  test.each(['made with it', 'told of it'] as const)('in a snapshot of a board that was %s', async (how) => {
    await putPicture('e')
    const bytes = gzipSync(Y.encodeStateAsUpdateV2(boardWith('e', how)))
    const values = 'board_id, covers_up_to, bytes, checksum, format, at_ms'
    store(`INSERT INTO board_snapshot (${values}) VALUES ('b', 1, ?, 0, 'yjs-v2-gzip', 0)`, bytes)
    expect(await rounds()).toEqual(['e'])
  })

  test('in a checkpoint, or what a board began from', async () => {
    await putPicture('f')
    await putPicture('1')
    const columns = 'id, board_id, kind, created_at_ms, shape_count, bytes, checksum, contents'
    const packed = await gzipRecordPacking.pack([asset('f')])
    store(`INSERT INTO checkpoint (${columns}) VALUES ('c', 'b', 'manual', 0, 1, 1, 0, ?)`, packed)
    const state = Y.encodeStateAsUpdate(boardWith('1', 'made with it'))
    const epoch = 'board_id, epoch, state, checksum, retired, retired_checksum, copied_at_ms, began_at_ms'
    store(`INSERT INTO board_epoch (${epoch}) VALUES ('b', 2, ?, 0, x'00', 0, 0, 0)`, state)
    expect(await rounds()).toEqual(['1', 'f'])
  })

  test('in a table that comes with a later version, far behind others', async () => {
    await putPicture('2')
    store('CREATE TABLE later (words TEXT)')
    for (let i = 0; i < 120; i += 1) store('INSERT INTO later VALUES (?)', `row ${i}`)
    store('INSERT INTO later VALUES (?)', `{"picture":"${nameOf('2')}"}`)
    expect(await rounds()).toEqual(['2'])
  })

  test('in a table without row ids', async () => {
    await putPicture('4')
    store('CREATE TABLE without_row_ids (words TEXT PRIMARY KEY) WITHOUT ROWID')
    store('INSERT INTO without_row_ids VALUES (?)', `{"picture":"${nameOf('4')}"}`)
    expect(await rounds()).toEqual(['4'])
  })

  test('perhaps: where something cannot be read, all stay', async () => {
    await putPicture('3')
    storeUpdate(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))
    await expect(collection.collect()).rejects.toThrow()
    expect(await pictures()).toEqual(['3'])
  })
})
