import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import Sqlite from 'better-sqlite3'
import { create, list, type WriteEntry } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '#shared/protocol/frames.ts'
import { note } from '../../testing/board-content.ts'
import { board, participant } from '../../testing/facts.ts'
import { program } from '../../testing/http-client.ts'
import { connectRaw } from '../../testing/raw-client.ts'
import { commanderOf } from '../../testing/session-facts.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { connectStock, stockVersions } from '../../testing/stock-client.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { until } from '../../testing/until.ts'
import { createSqlBoardLog } from '../sql/sql-board-log.ts'
import { openSqlDatabase } from '../sql/sql-database.ts'
import { type Manifest, newestFormat, pathOfPicture } from './backup-contents.ts'
import { unpackArchive } from './read-archive.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const nowMs = Date.UTC(2026, 10, 21, 9, 30)
/** Large, and of bytes that do not pack, so that a cut goes through the middle of it. */
const noise = Array.from({ length: 8_000 }, (_, i) => createHash('sha256').update(String(i)).digest())
const gif = Buffer.concat([Buffer.from('GIF89a'), ...noise])
const gifName = `${createHash('sha256').update(gif).digest('hex')}.gif`

let dir: TempDir
let dataDir: string
let file: string
let running: TestServer[]
beforeEach(async () => {
  dir = await makeTempDir()
  dataDir = join(dir.path, 'data')
  file = join(dir.path, 'backup.tgz')
  running = []
})
afterEach(async () => {
  for (const server of running) await server.stop()
  await dir.remove()
})

async function serve(): Promise<TestServer> {
  const server = await startTestServer({ config: { dataDir } })
  running.push(server)
  return server
}

async function stop(): Promise<void> {
  for (const server of running.splice(0)) await server.stop()
}

async function boardWithPicture(server: TestServer): Promise<{ id: string; pictureUrl: string }> {
  const { id } = await board(server, { title: 'Low tide' })
  const { device } = await participant(server, id)
  const { body } = await device.send('POST', `/api/boards/${id}/files`, new Uint8Array(gif), {})
  return { id, pictureUrl: body.url }
}

const backUp = () => writeBackup(dataDir, file, { nowMs, version: '0.0.0-test', report: () => {} })
const restore = (onExisting: 'refuse' | 'move-aside' = 'refuse') =>
  restoreBackup(file, dataDir, { onExisting, nowMs, report: () => {} })

/** A stopped server's data with one board and one picture, and the backup of it. */
async function makeBackup() {
  const made = await boardWithPicture(await serve())
  await stop()
  await backUp()
  return made
}

/** The backup as somebody would have it who changed something in it. */
async function repack(
  change: (folder: string) => Promise<Partial<Manifest> | undefined>,
  renamed: Readonly<Record<string, string>> = {},
) {
  const folder = join(dir.path, 'repack')
  await mkdir(folder)
  await unpackArchive(file, folder)
  const path = join(folder, 'manifest.json')
  const manifest: Manifest = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...manifest, ...(await change(folder)) }))
  // Files and links only: a backup has no entries for folders.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  const rest = paths.map((path) => relative(folder, path)).filter((path) => path !== 'manifest.json')
  const onWriteEntry = (entry: WriteEntry) => {
    entry.path = renamed[entry.path] ?? entry.path
  }
  await create({ file, cwd: folder, gzip: true, preservePaths: true, onWriteEntry }, ['manifest.json', ...rest])
  await rm(folder, { recursive: true })
}

function boardsIn(folder: string): unknown[] {
  const db = new Sqlite(join(folder, 'tablecloth.sqlite'))
  const titles = db.prepare('SELECT title FROM board ORDER BY created_at_ms').pluck().all()
  db.close()
  return titles
}

const entries = async () => (await readdir(dir.path)).sort()

describe('a backup', () => {
  test('brings boards, pictures and the server’s key back, and the server opens them', async () => {
    const { id, pictureUrl } = await makeBackup()
    const key = await readFile(join(dataDir, 'server.key'), 'utf8')
    await rm(dataDir, { recursive: true })

    expect(await restore()).toMatchObject({ manifest: { boards: 1, pictures: 1 }, movedTo: undefined })
    const server = await serve()
    expect((await program(server).get(`/api/boards/${id}`)).body).toMatchObject({ title: 'Low tide' })
    expect((await program(server).get(pictureUrl)).status).toBe(200)
    expect(gif.equals(await readFile(join(dataDir, pathOfPicture(gifName))))).toBe(true)
    expect(await readFile(join(dataDir, 'server.key'), 'utf8')).toBe(key)
    expect(await entries()).toEqual(['backup.tgz', 'data'])
  })

  test('brings a session back in the middle of its step, and what its steps left', async () => {
    const server = await serve()
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const path = `/api/boards/${id}/session`
    await program(server).post(path, { hasTemplateSteps: true })
    const fay = commanderOf(program(server), id)
    const said = [await fay.say({ type: 'start' }), await fay.say({ type: 'next' }), await fay.say({ type: 'pause' })]
    const session = said.at(-1)?.body.session
    await backUp()
    await stop()
    await restore('move-aside')
    const again = await serve()
    expect((await program(again).get(path)).body.session).toEqual(session)
    expect((await commanderOf(program(again), id).say({ type: 'end' })).status).toBe(200)
    const { body } = await program(again).get(`${path}s/${session.id}`)
    expect(body.visits).toHaveLength(2)
  })

  test('made of a running server has what was answered before', async () => {
    const server = await serve()
    const { id } = await boardWithPicture(server)
    expect(await backUp()).toMatchObject({ manifest: { boards: 1, pictures: 1 }, missing: [] })
    await stop()
    await restore('move-aside')
    expect((await program(await serve()).get(`/api/boards/${id}`)).status).toBe(200)
  })

  test('made while somebody writes without a pause has every update acknowledged before it began', async () => {
    await mkdir(dataDir)
    const database = await openSqlDatabase(join(dataDir, 'tablecloth.sqlite'))
    const log = createSqlBoardLog(database, { nowMs: () => nowMs })
    const update = { boardId: 'board-one', epoch: 1, participantId: null, atMs: nowMs, isEdit: false }
    // Many pages, so that commits fall into the time of the copy.
    await log.append(Array.from({ length: 100 }, () => ({ ...update, bytes: new Uint8Array(100_000) })))
    let acknowledged = 100
    let isDone = false
    const writing = (async () => {
      while (!isDone) {
        await log.append([{ ...update, bytes: new Uint8Array(2_000) }])
        acknowledged += 1
      }
    })()
    await expect.poll(() => acknowledged).toBeGreaterThan(105)

    const before = acknowledged
    await backUp()
    expect(acknowledged).toBeGreaterThan(before)
    isDone = true
    await writing
    await database.close()

    await restore('move-aside')
    const restored = await openSqlDatabase(join(dataDir, 'tablecloth.sqlite'))
    const board = await createSqlBoardLog(restored, { nowMs: () => nowMs }).load('board-one')
    await restored.close()
    expect(board.damaged).toEqual([])
    expect(board.updates.length).toBeGreaterThanOrEqual(before)
    // Updates are numbered from one: none in between is missing.
    expect(board.lastNumber).toBe(board.updates.length)
  })

  test('names the pictures that DATA_DIR has lost', async () => {
    await makeBackup()
    await rm(join(dataDir, pathOfPicture(gifName)))
    await rm(file)
    expect(await backUp()).toMatchObject({ manifest: { pictures: 0 }, missing: [gifName] })
  })

  test('is readable by its owner only, and never written over a file', async () => {
    await makeBackup()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const before = await readFile(file)
    await expect(backUp()).rejects.toThrow(/is there already/)
    expect(before.equals(await readFile(file))).toBe(true)
  })

  test('is refused where there is no database, or no folder to put it in', async () => {
    await expect(backUp()).rejects.toThrow(/There is no database in/)
    await serve()
    file = join(dir.path, 'nowhere', 'backup.tgz')
    await expect(backUp()).rejects.toThrow(/There is no folder/)
  })
})

describe('a board that was brought back', () => {
  const sync = ({ url }: TestServer) => `${url.replace('http', 'ws')}/sync`
  async function write(server: TestServer, boardId: string, token: string, id: string): Promise<Y.Doc> {
    const person = await connectRaw(sync(server), token, { boardId })
    person.edit((records) => records.put(note(id, `the note ${id}`)))
    await until('the acknowledgement', () => person.saved.some(({ count }) => count === 1))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc))
    person.stop()
    return doc
  }
  const idsOn = async (server: TestServer, boardId: string): Promise<string[]> =>
    (await program(server).get(`/api/boards/${boardId}/records`)).body.records.map(({ id }: { id: string }) => id)

  test.each(stockVersions)(
    '[EP6] does not take in what a browser with stock %s still holds of later',
    async (version) => {
      const server = await serve()
      const { id } = await board(server)
      const { joined } = await participant(server, id)
      await write(server, id, joined.token, 'shape:before')
      await backUp()
      const later = await write(server, id, joined.token, 'shape:after')
      await stop()
      await restore('move-aside')
      const again = await serve()
      const stock = await connectStock(sync(again), joined.token, { version, boardId: id, doc: later, isSynced: false })
      await until('to be sent away', () => stock.closeCodes.length > 0)
      expect(stock.closeCodes[0]).toBe(4409)
      stock.stop()
      expect(await idsOn(again, id)).toContain('shape:before')
      expect(await idsOn(again, id)).not.toContain('shape:after')
    },
  )

  test('[EP6] tells whoever comes back with more, and is whole for everybody else', async () => {
    const server = await serve()
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { joined } = await participant(server, id)
    const held = await write(server, id, joined.token, 'shape:before')
    const { body: before } = await program(server).get(`/api/boards/${id}/records`)
    const { body: facts } = await program(server).get(`/api/boards/${id}`)
    await backUp()
    await stop()
    await restore('move-aside')
    const again = await serve()
    const back = await connectRaw(sync(again), joined.token, { boardId: id, isSynced: false })
    back.send(encodeSync('step1', Y.encodeStateVector(held)))
    await until('the close', () => back.closed)
    expect(back.notices).toEqual([{ code: 'restored', title: null, createdAtMs: nowMs, by: null }])
    const { body: after } = await program(again).get(`/api/boards/${id}/records`)
    const sorted = (records: { id: string }[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(after.records)).toEqual(sorted(before.records))
    expect((await program(again).get(`/api/boards/${id}`)).body).toEqual(facts)
    await write(again, id, joined.token, 'shape:next')
    expect(await idsOn(again, id)).toContain('shape:next')
  })

  test('that is damaged in the backup is named, and stays as it is stored', async () => {
    const { id } = await makeBackup()
    await repack(async (folder) => {
      const db = new Sqlite(join(folder, 'tablecloth.sqlite'))
      db.exec("UPDATE board_update SET bytes = x'00ff'")
      db.close()
      return undefined
    })
    const said: string[] = []
    await restoreBackup(file, dataDir, { onExisting: 'move-aside', nowMs, report: (line) => said.push(line) })
    expect(said.at(-1)).toEqual(expect.stringContaining('The board "Low tide" is damaged in the backup'))
    const db = new Sqlite(join(dataDir, 'tablecloth.sqlite'))
    expect(db.prepare('SELECT count(*) FROM board_update WHERE board_id = ?').pluck().get(id)).toBe(1)
    db.close()
  })

  test('from a backup of the first release is brought to the newest schema', async () => {
    const { id } = await makeBackup()
    await repack(async (folder) => {
      const path = join(folder, 'tablecloth.sqlite')
      const db = new Sqlite(path)
      db.exec(asInTheFirstRelease)
      db.pragma('user_version = 1')
      db.close()
      return { schema: 1 }
    })
    await restore('move-aside')
    expect((await program(await serve()).get(`/api/boards/${id}`)).body).toMatchObject({ title: 'Low tide' })
  })
})

/** What the later migrations have added. */
const asInTheFirstRelease = `
  DROP INDEX damaged_part_board; DROP TABLE damaged_part; DROP TABLE board_epoch; DROP TABLE checkpoint;
  ALTER TABLE board_snapshot DROP COLUMN format; ALTER TABLE board_snapshot DROP COLUMN epoch;
  ALTER TABLE board_update DROP COLUMN epoch; ALTER TABLE participant DROP COLUMN removed_at_ms;
  DROP TABLE vote_dot; DROP TABLE vote_voter; DROP TABLE vote_round;
  DROP TABLE step_record; DROP TABLE session_command; DROP TABLE session; DROP TABLE removal;
  DROP TABLE layer;
`

describe('restoring over data', () => {
  test('is refused, and with --replace moves it aside', async () => {
    await makeBackup()
    const later = await serve()
    await board(later, { title: 'Of today' })
    await stop()
    await expect(restore()).rejects.toThrow(/There is data in .* already, and nothing was changed/)
    expect(await entries()).toEqual(['backup.tgz', 'data'])

    const { movedTo = '' } = await restore('move-aside')
    expect(movedTo).toBe(`${dataDir}.before-restore-2026-11-21T09-30-00`)
    expect(boardsIn(dataDir)).toEqual(['Low tide'])
    expect(boardsIn(movedTo)).toEqual(['Low tide', 'Of today'])
  })

  test('is refused while a server runs on it', async () => {
    await makeBackup()
    const { url } = await serve()
    await expect(restore('move-aside')).rejects.toThrow(/A server runs on/)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await entries()).toEqual(['backup.tgz', 'data'])
  })

  test('goes into an empty folder, and to where a link leads', async () => {
    await makeBackup()
    await rename(dataDir, join(dir.path, 'old'))
    await mkdir(join(dir.path, 'disk'))
    await symlink(join(dir.path, 'disk'), dataDir)
    await restore()
    expect(existsSync(join(dir.path, 'disk', 'tablecloth.sqlite'))).toBe(true)
  })

  test('replaces a database that is too damaged to be opened', async () => {
    await makeBackup()
    await writeFile(join(dataDir, 'tablecloth.sqlite'), 'x'.repeat(5_000))
    await restore('move-aside')
    await serve()
  })
})

describe('a file that is no sound backup', () => {
  /** Refused with this sentence, and everything as it was. */
  async function expectRefusal(sentence: RegExp): Promise<void> {
    await expect(restore('move-aside')).rejects.toThrow(sentence)
    expect(await entries()).toEqual(['backup.tgz', 'data'])
    expect(boardsIn(dataDir)).toEqual(['Low tide'])
    expect(gif.equals(await readFile(join(dataDir, pathOfPicture(gifName))))).toBe(true)
  }

  test('is refused wherever it was cut off', async () => {
    await makeBackup()
    const { size } = await stat(file)
    const whole = await readFile(file)
    for (const bytes of [size - 1, size - 8, size - 20, size - 200, Math.floor(size / 2), 2_000, 300, 20, 1, 0]) {
      await writeFile(file, whole)
      await truncate(file, bytes)
      await expectRefusal(bytes > 10_000 ? /is not whole/ : /is not whole|is damaged, or not a backup/)
    }
  })

  test('is refused when a byte of it has changed', async () => {
    await makeBackup()
    const bytes = await readFile(file)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    await writeFile(file, bytes)
    await expectRefusal(/is not whole/)
  })

  test('is refused when it is something else', async () => {
    await makeBackup()
    await writeFile(file, 'Dear diary')
    await expectRefusal(/is damaged, or not a backup made by Tablecloth/)
    await writeFile(join(dir.path, 'data', 'notes.txt'), 'Dear diary')
    await create({ file, cwd: dataDir, gzip: true }, ['notes.txt'])
    await expectRefusal(/is damaged, or not a backup made by Tablecloth/)
    await rm(file)
    await expect(restore('move-aside')).rejects.toThrow(/There is no file/)
  })

  test('is refused when a newer version made it', async () => {
    await makeBackup()
    await repack(async () => ({ schema: 99 }))
    await expectRefusal(/newer version of Tablecloth \(schema 99/)
    await repack(async () => ({ schema: 1, format: newestFormat + 1 }))
    await expectRefusal(/newer version of Tablecloth/)
  })

  test('is refused when its database is of a newer version than it says', async () => {
    await makeBackup()
    await repack(async (folder) => {
      const db = new Sqlite(join(folder, 'tablecloth.sqlite'))
      db.pragma('user_version = 99')
      db.close()
      return undefined
    })
    await expectRefusal(/newer version of Tablecloth \(schema 99/)
  })

  test('is refused when a picture is not what its name says', async () => {
    await makeBackup()
    await repack(async (folder) => {
      await writeFile(join(folder, pathOfPicture(gifName)), 'GIF89a of another')
      return undefined
    })
    await expectRefusal(/picture .* is damaged/)
  })

  test('is sound when packed again as it was', async () => {
    await makeBackup()
    await repack(async () => undefined)
    expect(await restore('move-aside')).toMatchObject({ manifest: { boards: 1, pictures: 1 } })
  })

  test('is refused when something in it is a link', async () => {
    await makeBackup()
    await repack(async (folder) => {
      await rm(join(folder, 'server.key'))
      await symlink('/etc/hostname', join(folder, 'server.key'))
      return undefined
    })
    await expectRefusal(/is not whole/)
  })

  test.each(['../outside.txt', '/outside.txt', 'files/aa/../../../outside.txt', 'surprise.txt'])(
    'is refused when something in it would go to %s',
    async (path) => {
      await makeBackup()
      await repack(
        async (folder) => {
          await writeFile(join(folder, 'harm'), 'harm')
          return undefined
        },
        { harm: path },
      )
      const seen: string[] = []
      await list({ file, onReadEntry: (entry) => seen.push(entry.path) })
      expect(seen).toContain(path)
      await expectRefusal(/is not whole/)

      const folder = join(dir.path, 'unpacked')
      await mkdir(folder)
      await unpackArchive(file, folder)
      expect((await readdir(folder)).sort()).toEqual(['files', 'manifest.json', 'server.key', 'tablecloth.sqlite'])
      expect(await entries()).toEqual(['backup.tgz', 'data', 'unpacked'])
    },
  )
})
