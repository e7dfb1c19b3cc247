import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BackupBench, backupAtMs, gif, gifName, openBackupBench } from '../../testing/backup-bench.ts'
import { board } from '../../testing/facts.ts'
import { program } from '../../testing/http-client.ts'
import { commanderOf } from '../../testing/session-facts.ts'
import { createSqlBoardLog } from '../sql/sql-board-log.ts'
import { openSqlDatabase } from '../sql/sql-database.ts'
import { pathOfPicture } from './backup-contents.ts'

let at: BackupBench
beforeEach(async () => {
  at = await openBackupBench()
})
afterEach(() => at.close())

describe('a backup', () => {
  test('brings boards, pictures and the server’s key back, and the server opens them', async () => {
    const { id, pictureUrl } = await at.makeBackup()
    const key = await readFile(join(at.dataDir, 'server.key'), 'utf8')
    await rm(at.dataDir, { recursive: true })

    expect(await at.restore()).toMatchObject({ manifest: { boards: 1, pictures: 1 }, movedTo: undefined })
    const server = await at.serve()
    expect((await program(server).get(`/api/boards/${id}`)).body).toMatchObject({ title: 'Low tide' })
    expect((await program(server).get(pictureUrl)).status).toBe(200)
    expect(gif.equals(await readFile(join(at.dataDir, pathOfPicture(gifName))))).toBe(true)
    expect(await readFile(join(at.dataDir, 'server.key'), 'utf8')).toBe(key)
    expect(await at.entries()).toEqual(['backup.tgz', 'data'])
  })

  test('brings a session back in the middle of its step, and what its steps left', async () => {
    const server = await at.serve()
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const path = `/api/boards/${id}/session`
    await program(server).post(path, { hasTemplateSteps: true })
    const fay = commanderOf(program(server), id)
    const said = [await fay.say({ type: 'start' }), await fay.say({ type: 'next' }), await fay.say({ type: 'pause' })]
    const session = said.at(-1)?.body.session
    await at.backUp()
    await at.stop()
    await at.restore('move-aside')
    const again = await at.serve()
    expect((await program(again).get(path)).body.session).toEqual(session)
    expect((await commanderOf(program(again), id).say({ type: 'end' })).status).toBe(200)
    const { body } = await program(again).get(`${path}s/${session.id}`)
    expect(body.visits).toHaveLength(2)
  })

  test('made of a running server has what was answered before', async () => {
    const server = await at.serve()
    const { id } = await at.boardWithPicture(server)
    expect(await at.backUp()).toMatchObject({ manifest: { boards: 1, pictures: 1 }, missing: [] })
    await at.stop()
    await at.restore('move-aside')
    expect((await program(await at.serve()).get(`/api/boards/${id}`)).status).toBe(200)
  })

  test('made while somebody writes without a pause has every update acknowledged before it began', async () => {
    await mkdir(at.dataDir)
    const database = await openSqlDatabase(join(at.dataDir, 'tablecloth.sqlite'))
    const log = createSqlBoardLog(database, { nowMs: () => backupAtMs })
    const update = { boardId: 'board-one', epoch: 1, participantId: null, atMs: backupAtMs, isEdit: false }
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
    await at.backUp()
    expect(acknowledged).toBeGreaterThan(before)
    isDone = true
    await writing
    await database.close()

    await at.restore('move-aside')
    const restored = await openSqlDatabase(join(at.dataDir, 'tablecloth.sqlite'))
    const board = await createSqlBoardLog(restored, { nowMs: () => backupAtMs }).load('board-one')
    await restored.close()
    expect(board.damaged).toEqual([])
    expect(board.updates.length).toBeGreaterThanOrEqual(before)
    // Updates are numbered from one: none in between is missing.
    expect(board.lastNumber).toBe(board.updates.length)
  })

  test('names the pictures that DATA_DIR has lost', async () => {
    await at.makeBackup()
    await rm(join(at.dataDir, pathOfPicture(gifName)))
    await rm(at.file)
    expect(await at.backUp()).toMatchObject({ manifest: { pictures: 0 }, missing: [gifName] })
  })

  test('is readable by its owner only, and never written over a file', async () => {
    await at.makeBackup()
    expect((await stat(at.file)).mode & 0o777).toBe(0o600)
    const before = await readFile(at.file)
    await expect(at.backUp()).rejects.toThrow(/is there already/)
    expect(before.equals(await readFile(at.file))).toBe(true)
  })

  test('is refused where there is no database, or no folder to put it in', async () => {
    await expect(at.backUp()).rejects.toThrow(/There is no database in/)
    await at.serve()
    await expect(at.backUp(join(at.path, 'nowhere', 'backup.tgz'))).rejects.toThrow(/There is no folder/)
  })
})
