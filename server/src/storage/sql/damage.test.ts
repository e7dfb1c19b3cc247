import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardRecords, openBoardRecords } from '#shared/board/board-records.ts'
import { rootRecords } from '#shared/board/new-board.ts'
import { loadBoard } from '../../domain/room/load-board.ts'
import { note } from '../../testing/board-content.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { checksum } from './checksum.ts'
import { createBoardReader } from './read-board.ts'
import { createSqlBoardLog } from './sql-board-log.ts'
import { openKysely, openSqlDatabase } from './sql-database.ts'

const boardId = 'board-one'
const clock = { nowMs: () => 1_000 }

let dir: TempDir
let whole: string
let ids: readonly string[]

/** A board with two snapshots, rows between them and rows after, by one person: each needs the one before. */
beforeAll(async () => {
  dir = await makeTempDir()
  whole = join(dir.path, 'whole.sqlite')
  const database = await openSqlDatabase(whole)
  const log = createSqlBoardLog(database, clock)
  const doc = new Y.Doc()
  const records = openBoardRecords(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < 90; i += 1) {
    const written = note(`shape:n${i}`, `note ${i}`)
    doc.transact(() => {
      for (const record of i === 0 ? [...rootRecords, written] : [written]) records.put(record)
    })
    await log.append(
      updates.splice(0).map((bytes) => ({ boardId, bytes, participantId: 'ana', atMs: i, isEdit: true, epoch: 1 })),
    )
    if (i === 29 || i === 59) await log.compact(boardId)
  }
  ids = notesOf(records)
  await database.close()
})
afterAll(() => dir.remove())

type Outcome = { readonly ids: readonly string[]; readonly isRecovered: boolean; readonly logged: number } | 'refused'

function notesOf(records: BoardRecords): string[] {
  return records
    .ids()
    .filter((id) => id.startsWith('shape:'))
    .sort()
}

/** Opens a copy of the database in which something has happened. */
async function openAfter(name: string, happen: (path: string) => Promise<void> | void): Promise<Outcome> {
  const path = join(dir.path, `${name}.sqlite`)
  await copyFile(whole, path)
  await happen(path)
  let logged = 0
  const error = () => {
    logged += 1
  }
  const logger = { info: () => undefined, warn: () => undefined, error }
  try {
    const db = openKysely(path)
    try {
      const { doc, isRecovered } = await loadBoard(boardId, createBoardReader(db), logger)
      const records = openBoardRecords(doc)
      const notes = notesOf(records)
      for (const id of notes) expect(records.read(id)).toEqual(note(id, `note ${id.slice(7)}`))
      return { ids: notes, isRecovered, logged }
    } finally {
      await db.destroy()
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AssertionError') throw cause
    return 'refused'
  }
}

function tamper(path: string, sql: string, ...parameters: unknown[]) {
  const db = new Sqlite(path)
  db.prepare(sql).run(...parameters)
  db.close()
}

/** One bit of the bytes in a row, at a part of its length. */
function flip(path: string, table: string, where: string, at: number) {
  const db = new Sqlite(path)
  const bytes = db.prepare(`SELECT bytes FROM ${table} WHERE ${where}`).pluck().get() as Buffer
  const position = Math.min(bytes.byteLength - 1, Math.floor(bytes.byteLength * at))
  bytes.writeUInt8(bytes.readUInt8(position) ^ 4, position)
  db.prepare(`UPDATE ${table} SET bytes = ? WHERE ${where}`).run(bytes)
  db.close()
}

const newest = 'covers_up_to = (SELECT max(covers_up_to) FROM board_snapshot)'
const positions = [0, 0.02, 0.3, 0.6, 0.9, 1]

describe('a flipped bit', () => {
  test.each(positions)(
    '[SY16] in the newest snapshot (at %d of it) costs nothing: the one before and the rows since say the same',
    async (at) => {
      const outcome = await openAfter(`snapshot-${at}`, (path) => flip(path, 'board_snapshot', newest, at))
      expect(outcome).toMatchObject({ ids, isRecovered: true, logged: 1 })
    },
  )

  test.each(positions)(
    '[SY8] in a row (at %d of it) costs that row, and what was built on it until somebody has it again',
    async (at) => {
      const outcome = await openAfter(`row-${at}`, (path) => flip(path, 'board_update', 'number = 75', at))
      const left = Array.from({ length: 74 }, (_, i) => `shape:n${i}`).sort()
      expect(outcome).toEqual({ ids: left, isRecovered: true, logged: 1 })
    },
  )

  test('[SY8] in a checksum is like one in the bytes', async () => {
    const broken = await openAfter('checksum', (path) =>
      tamper(path, `UPDATE board_snapshot SET checksum = checksum + 1 WHERE ${newest}`),
    )
    expect(broken).toMatchObject({ ids, isRecovered: true })
  })
})

test('[SY16] a snapshot that passes its checksum and cannot be read makes way for the one before it', async () => {
  const nonsense = Buffer.from('neither zipped nor an update')
  const outcome = await openAfter('nonsense', (path) =>
    tamper(path, `UPDATE board_snapshot SET bytes = ?, checksum = ? WHERE ${newest}`, nonsense, checksum(nonsense)),
  )
  expect(outcome).toMatchObject({ ids, isRecovered: true, logged: 1 })
})

test('[SY8] what waits behind a damaged row is there again when somebody brings the row back', async () => {
  const path = join(dir.path, 'healed.sqlite')
  await copyFile(whole, path)
  const db = new Sqlite(path)
  const lost = db.prepare('SELECT bytes FROM board_update WHERE number = 75').pluck().get() as Buffer
  db.close()
  flip(path, 'board_update', 'number = 75', 0.5)
  const database = await openSqlDatabase(path)
  const log = createSqlBoardLog(database, clock)
  // A snapshot in between keeps what waits.
  expect(await log.compact(boardId)).toMatchObject({ setAside: 1 })
  await log.append([{ boardId, bytes: new Uint8Array(lost), participantId: 'ana', atMs: 1, isEdit: true, epoch: 1 }])
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const { doc, isRecovered } = await loadBoard(boardId, log, logger)
  await database.close()
  expect({ ids: notesOf(openBoardRecords(doc)), isRecovered }).toEqual({ ids, isRecovered: false })
})

describe('a file that was damaged anywhere', () => {
  test('[SY9] is refused, or opens with all there was, or with less and says so; never empty', async () => {
    const bytes = await readFile(whole)
    const random = createSeededRandom(7)
    const found = { refused: 0, whole: 0, recovered: 0 }
    for (let i = 0; i < 60; i += 1) {
      const at = random.below(bytes.byteLength)
      const outcome = await openAfter('anywhere', async (path) => {
        const damaged = Buffer.from(bytes)
        // A torn sector as often as a flipped bit.
        if (i % 2 === 0) damaged.fill(0, at, at + 512)
        else damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << random.below(8)), at)
        await writeFile(path, damaged)
      })
      if (outcome === 'refused') found.refused += 1
      else if (outcome.isRecovered) found.recovered += 1
      else {
        found.whole += 1
        expect({ at, ids: outcome.ids }).toEqual({ at, ids })
      }
      if (outcome !== 'refused') expect(outcome.ids.length).toBeGreaterThan(0)
    }
    expect(found.whole).toBeGreaterThan(0)
  }, 60_000)

  test('[SY8] that ends in the midst of its last commit has everything before it', async () => {
    const path = join(dir.path, 'cut.sqlite')
    await copyFile(whole, path)
    const database = await openSqlDatabase(path)
    const log = createSqlBoardLog(database, clock)
    const doc = new Y.Doc()
    doc.getMap('records').set('shape:last', note('shape:last', 'last'))
    const bytes = Y.encodeStateAsUpdate(doc)
    await log.append([{ boardId, bytes, participantId: 'ana', atMs: 1, isEdit: true, epoch: 1 }])
    // As a power cut leaves them: the log beside the file is not written into it.
    const copy = join(dir.path, 'cut-copy.sqlite')
    await copyFile(path, copy)
    await copyFile(`${path}-wal`, `${copy}-wal`)
    await database.close()
    const { size } = await stat(`${copy}-wal`)
    await truncate(`${copy}-wal`, size - 100)
    const cut = await openSqlDatabase(copy)
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const loaded = await loadBoard(boardId, createSqlBoardLog(cut, clock), logger)
    await cut.close()
    expect({ ids: notesOf(openBoardRecords(loaded.doc)), isRecovered: loaded.isRecovered }).toEqual({
      ids,
      isRecovered: false,
    })
  })
})
