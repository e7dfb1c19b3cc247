import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxManualCheckpoints } from '#shared/limits.ts'
import { note } from '../../../testing/board-content.ts'
import { account, board, participant, recordsOf } from '../../../testing/facts.ts'
import { browser, type HttpClient, program, socketUrl } from '../../../testing/http-client.ts'
import { manualClock } from '../../../testing/manual-clock.ts'
import { connectRaw } from '../../../testing/raw-client.ts'
import { startOnCopyOf, startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'

let server: TestServer
let clock: ReturnType<typeof manualClock>
beforeAll(async () => {
  clock = manualClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

/** Writes a note as somebody who joined, and waits until it is durable. */
async function write(boardId: string, token: string, id: string): Promise<void> {
  const person = await connectRaw(socketUrl(server), token, { boardId })
  person.edit((records) => records.put(note(id, `the note ${id}`)))
  await until('the acknowledgement', () => person.saved.some(({ count }) => count === 1))
  person.stop()
}
const idsOn = async (boardId: string) => (await recordsOf(server, boardId)).map(({ id }) => id).sort()
async function boardWithNote() {
  const { id } = await board(server)
  const { joined, device } = await participant(server, id)
  await write(id, joined.token, 'shape:first')
  return { id, path: `/api/boards/${id}/checkpoints`, editor: { token: joined.token, device } }
}
const save = (path: string, title = 'Before voting', by: HttpClient = program(server)) => by.post(path, { title })

/** As a disk that lies does it. */
function tamper(sql: string, ...parameters: unknown[]): void {
  const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'))
  db.prepare(sql).run(...parameters)
  db.close()
}

describe('a checkpoint', () => {
  test('is what is on the board now, with a title, a time and a name', async () => {
    const { id, path } = await boardWithNote()
    const saved = await save(path, '  Before voting ')
    expect(saved).toMatchObject({
      status: 201,
      body: {
        boardId: id,
        kind: 'manual',
        title: 'Before voting',
        createdAtMs: clock.nowMs(),
        createdBy: 'Administrator',
        shapeCount: 1,
        isDamaged: false,
        pictureUrl: `${path}/${saved.body.id}/picture`,
      },
    })
    expect((await program(server).get(path)).body).toEqual([saved.body])
    const { body } = await program(server).get(`${path}/${saved.body.id}/records`)
    expect(body.records.map((record: { id: string }) => record.id).sort()).toEqual(await idsOn(id))
  })

  test('has a picture that can load and run nothing, and is sent once', async () => {
    const { path } = await boardWithNote()
    const { pictureUrl } = (await save(path)).body
    const first = await program(server).get(`${pictureUrl}?scheme=dark`)
    expect(first.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(first.body).toMatch(/^<svg/)
    const known = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
    expect((await program(server).get(`${pictureUrl}?scheme=dark`, known)).status).toBe(304)
    expect((await program(server).get(pictureUrl, known)).body).not.toBe(first.body)
  })

  test('needs a title', async () => {
    const { path } = await boardWithNote()
    expect(await save(path, ' ')).toMatchObject({ status: 400, body: { errors: [{ path: 'title' }] } })
  })

  test('is listed before older ones, and can be deleted', async () => {
    const { path } = await boardWithNote()
    const first = (await save(path, 'First')).body
    clock.moveMs(1_000)
    const second = (await save(path, 'Second')).body
    expect((await program(server).get(path)).body).toEqual([second, first])
    expect((await program(server).delete(`${path}/${first.id}`)).status).toBe(204)
    expect((await program(server).get(path)).body).toEqual([second])
    for (const act of [
      () => program(server).delete(`${path}/${first.id}`),
      () => program(server).get(`${path}/${first.id}/records`),
      () => program(server).get(`${path}/${first.id}/picture`),
      () => program(server).post(`${path}/${first.id}/restore`),
    ]) {
      expect(await act()).toMatchObject({ status: 404, body: { code: 'checkpoint_not_found' } })
    }
  })

  test('of another board is not to be had here', async () => {
    const one = await boardWithNote()
    const other = await boardWithNote()
    const { body } = await save(other.path)
    expect(await program(server).post(`${one.path}/${body.id}/restore`)).toMatchObject({ status: 404 })
    expect(await program(server).get(`${one.path}/${body.id}/records`)).toMatchObject({ status: 404 })
  })

  test('is not taken when the board keeps as many as it may, and none is dropped for it', async () => {
    const { path } = await boardWithNote()
    const first = (await save(path)).body
    tamper(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${maxManualCheckpoints - 1})
       INSERT INTO checkpoint SELECT id || i, board_id, kind, title, created_at_ms, created_by, created_by_name,
         shape_count, bytes, checksum, contents FROM checkpoint, n WHERE id = ?`,
      first.id,
    )
    expect(await save(path)).toMatchObject({ status: 409, body: { code: 'too_many_checkpoints' } })
    expect((await program(server).get(path)).body).toHaveLength(maxManualCheckpoints)
  })
})

describe('restoring a checkpoint over HTTP', () => {
  test('[EP1] [EP7] takes the board back for everybody, and can be taken back itself', async () => {
    const { id, path, editor } = await boardWithNote()
    const { joined } = await participant(server, id, 'facilitator')
    const fay = program(server, joined.token)
    const saved = (await save(path, 'Before voting', fay)).body
    const then = await idsOn(id)
    await write(id, editor.token, 'shape:second')
    const now = await idsOn(id)
    expect(now).not.toEqual(then)

    const person = await connectRaw(socketUrl(server), editor.token, { boardId: id })
    const restored = await fay.post(`${path}/${saved.id}/restore`)
    expect(restored).toMatchObject({
      status: 200,
      body: { epoch: 2, before: { kind: 'before_restore', title: null, createdBy: saved.createdBy, shapeCount: 2 } },
    })
    expect((await until('the close', () => person.closed)).code).toBe(4409)
    expect(person.notices).toEqual([
      { code: 'restored', title: 'Before voting', createdAtMs: saved.createdAtMs, by: saved.createdBy },
    ])
    expect(await idsOn(id)).toEqual(then)
    expect((await fay.get(path)).body.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'before_restore',
      'manual',
    ])

    const back = await fay.post(`${path}/${restored.body.before.id}/restore`)
    expect(back).toMatchObject({ status: 200, body: { epoch: 3 } })
    expect(await idsOn(id)).toEqual(now)
    const again = await connectRaw(socketUrl(server), editor.token, { boardId: id })
    expect(again.records.read('shape:second')).toMatchObject(note('shape:second', 'the note shape:second'))
    person.stop()
    again.stop()
  })

  test('is on the board’s record as a change by who did it', async () => {
    const { id, path } = await boardWithNote()
    const { body } = await save(path)
    clock.moveMs(60_000)
    await program(server).post(`${path}/${body.id}/restore`)
    expect((await program(server).get(`/api/boards/${id}`)).body).toMatchObject({
      changedAtMs: clock.nowMs(),
      changedBy: 'Administrator',
    })
  })

  test('draws the board anew', async () => {
    const { id, path, editor } = await boardWithNote()
    const picture = async () => (await program(server).get(`/api/boards/${id}/picture.svg`)).body
    const { body } = await save(path)
    const before = await picture()
    await write(id, editor.token, 'shape:second')
    expect(await picture()).not.toBe(before)
    await program(server).post(`${path}/${body.id}/restore`)
    expect(await picture()).toBe(before)
  })

  test('is refused when the checkpoint is damaged, which its list says, and changes nothing', async () => {
    const { id, path } = await boardWithNote()
    const { body } = await save(path)
    tamper('UPDATE checkpoint SET contents = ? WHERE id = ?', Buffer.from('not what was written'), body.id)
    const again = await startOnCopyOf(server)
    for (const asked of [program(again), program(server)]) {
      expect(await asked.post(`${path}/${body.id}/restore`)).toMatchObject({
        status: 409,
        body: { code: 'checkpoint_damaged' },
      })
      expect(await asked.get(`${path}/${body.id}/records`)).toMatchObject({ status: 409 })
      expect((await asked.get(path)).body).toMatchObject([{ id: body.id, isDamaged: true }])
    }
    await again.stop()
    expect(await idsOn(id)).toContain('shape:first')
  })
})

describe('who may have to do with checkpoints', () => {
  test('a facilitator by invitation, with cookie or token, the holder of an account, and the operator', async () => {
    const { id, path } = await boardWithNote()
    const { joined, device } = await participant(server, id, 'facilitator')
    const holder = (await account(server)).browser
    for (const by of [program(server, joined.token), device, holder, program(server)]) {
      const saved = await save(path, 'Mine', by)
      expect(saved.status).toBe(201)
      expect((await by.get(saved.body.pictureUrl)).status).toBe(200)
      expect((await by.post(`${path}/${saved.body.id}/restore`)).status).toBe(200)
    }
  })

  test('an editor and a viewer are told that only facilitators may', async () => {
    const { id, path, editor } = await boardWithNote()
    const viewer = await participant(server, id, 'viewer')
    const { body } = await save(path)
    for (const by of [editor.device, program(server, editor.token), viewer.device]) {
      for (const act of [
        () => by.get(path),
        () => save(path, 'Mine', by),
        () => by.get(`${path}/${body.id}/records`),
        () => by.get(body.pictureUrl),
        () => by.post(`${path}/${body.id}/restore`),
        () => by.delete(`${path}/${body.id}`),
      ]) {
        expect(await act()).toMatchObject({
          status: 403,
          body: { code: 'not_allowed', detail: 'Only facilitators of this board may.' },
        })
      }
    }
  })

  test('nobody else', async () => {
    const { path } = await boardWithNote()
    expect(await browser(server).get(path)).toMatchObject({ status: 401 })
    expect(await program(server).get('/api/boards/nothing-here/checkpoints')).toMatchObject({ status: 404 })
  })
})
