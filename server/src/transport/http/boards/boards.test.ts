import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { errorKinds } from '#shared/errors.ts'
import { account, board, invite, participant } from '../../../testing/facts.ts'
import { browser, type HttpClient, program } from '../../../testing/http-client.ts'
import { manualClock } from '../../../testing/manual-clock.ts'
import { startOnCopyOf, startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

const dayMs = 24 * 60 * 60 * 1_000
let server: TestServer
let clock: ReturnType<typeof manualClock>
beforeAll(async () => {
  clock = manualClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

const titles = (body: { title: string }[]) => body.map(({ title }) => title)
async function listed(pilotId: string, state: string): Promise<string[]> {
  return titles((await program(server).get(`/api/pilots/${pilotId}/boards?state=${state}`)).body)
}

describe('a new board', () => {
  test('that is empty has the two root records', async () => {
    const { id, template } = await board(server)
    expect(template).toBeNull()
    const { body } = await program(server).get(`/api/boards/${id}/records`)
    expect(body.records.map((record: { id: string }) => record.id).sort()).toEqual(['document:document', 'page:page'])
  })

  test('from a template has its zones', async () => {
    const template = (await program(server).get('/api/templates/innovation-cafe-hybrid')).body
    const { id } = await board(server, { template: template.id })
    const { body } = await program(server).get(`/api/boards/${id}/records`)
    const zones = body.records.filter((record: { type?: string }) => record.type === 'zone')
    expect(zones.length).toBe(template.zones.length)
  })

  test('from an unknown template is refused', async () => {
    const { pilotId } = await board(server)
    expect(await program(server).post(`/api/pilots/${pilotId}/boards`, { title: 'A', template: 'no' })).toMatchObject({
      status: 404,
      body: { code: 'template_not_found' },
    })
  })
})

describe('a board', () => {
  test('[SY9] of which nothing can be read any more says so, wherever it is asked for', async () => {
    const { id } = await board(server)
    const db = new Sqlite(join(server.dataDir, 'tablecloth.sqlite'))
    db.prepare("UPDATE board_update SET bytes = x'00ff' WHERE board_id = ?").run(id)
    db.close()
    const again = await startOnCopyOf(server)
    for (const part of ['records', 'picture.svg', 'board.tldr']) {
      const answer = await program(again).get(`/api/boards/${id}/${part}`)
      const { status, title } = errorKinds.board_unreadable
      expect(answer).toMatchObject({ status, body: { code: 'board_unreadable', title } })
    }
    await again.stop()
  })

  test('says what the asking person is on it', async () => {
    const { id } = await board(server)
    const { device } = await participant(server, id, 'viewer')
    expect((await device.get(`/api/boards/${id}`)).body).toMatchObject({ id, role: 'viewer', peopleHere: 0 })
    expect((await program(server).get(`/api/boards/${id}`)).body.role).toBe('facilitator')
  })

  test('can be renamed, archived and locked', async () => {
    const { id, pilotId } = await board(server)
    const patch = (change: unknown) => program(server).patch(`/api/boards/${id}`, change)
    expect((await patch({ title: 'New', isDoorLocked: true })).body).toMatchObject({ title: 'New', isDoorLocked: true })
    expect((await patch({ isArchived: true })).body.archivedAtMs).toBe(clock.nowMs())
    expect([await listed(pilotId, 'active'), await listed(pilotId, 'archived')]).toEqual([[], ['New']])
    expect((await patch({ isArchived: false })).body.archivedAtMs).toBeNull()
    expect(await patch({ title: 'x'.repeat(201) })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'title' }] },
    })
  })

  test('that is deleted can be brought back for thirty days, with what is on it', async () => {
    const { id, pilotId } = await board(server)
    const ana = program(server)
    expect((await ana.delete(`/api/boards/${id}`)).status).toBe(204)
    expect(await ana.get(`/api/boards/${id}`)).toMatchObject({ status: 410, body: { code: 'board_deleted' } })
    expect([await listed(pilotId, 'active'), await listed(pilotId, 'deleted')]).toEqual([[], ['Café']])
    clock.moveMs(29 * dayMs)
    expect(await ana.post(`/api/boards/${id}/restore`)).toMatchObject({ status: 200, body: { deletedAtMs: null } })
    expect((await ana.get(`/api/boards/${id}/records`)).body.records).toHaveLength(2)
  })

  test('that was deleted longer ago is gone for good at the next start', async () => {
    const { id } = await board(server)
    await participant(server, id)
    await program(server).delete(`/api/boards/${id}`)
    clock.moveMs(30 * dayMs + 1)
    const again = await startOnCopyOf(server, { clock })
    await expect
      .poll(() => program(again).post(`/api/boards/${id}/restore`))
      .toMatchObject({ status: 404, body: { code: 'board_not_found' } })
    await again.stop()
  })

  test('closes the connections of those on it when it is deleted', async () => {
    const { id } = await board(server)
    const { joined } = await participant(server, id)
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${id}?token=${joined.token}`)
    await once(socket, 'open')
    await expect.poll(async () => (await program(server).get(`/api/boards/${id}`)).body.peopleHere).toBe(1)
    const closed = once(socket, 'close')
    await program(server).delete(`/api/boards/${id}`)
    expect((await closed)[0]).toBe(4404)
  })

  test.each([
    ['is switched off', (id: string) => program(server).patch(`/api/accounts/${id}`, { isDisabled: true })],
    ['signs out everywhere', (_id: string, own: HttpClient) => own.post('/api/sign-out-everywhere')],
  ])('lets an account go that %s', async (_name, act) => {
    const { id } = await board(server)
    const ana = await account(server)
    expect((await ana.browser.get(`/api/boards/${id}`)).body.role).toBe('facilitator')
    const cookie = `tablecloth_sign_in=${ana.browser.cookies.get('tablecloth_sign_in')}`
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${id}`, {
      origin: server.url,
      headers: { cookie },
    })
    await once(socket, 'open')
    await expect.poll(async () => (await program(server).get(`/api/boards/${id}`)).body.peopleHere).toBe(1)
    const closed = once(socket, 'close')
    await act(ana.id, ana.browser)
    expect((await closed)[0]).toBe(4401)
    expect((await ana.browser.get(`/api/boards/${id}`)).status).toBe(401)
  })

  test('is shown to its members only', async () => {
    const { id } = await board(server)
    const other = await participant(server, (await board(server)).id)
    const paths = [`/api/boards/${id}`, `/api/boards/${id}/records`, `/api/boards/${id}/picture.svg`]
    for (const path of paths) {
      expect(await browser(server).get(path)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
      expect(await other.device.get(path)).toMatchObject({ status: 403, body: { code: 'not_a_member' } })
      expect(await program(server, other.joined.token).get(path)).toMatchObject({ status: 403 })
    }
    expect(await program(server).get('/api/boards/nothing-here')).toMatchObject({ body: { code: 'board_not_found' } })
  })
})

describe('the picture of a board', () => {
  test('is an SVG that can load and run nothing, and is sent once', async () => {
    const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
    const { device } = await participant(server, id)
    const first = await device.get(`/api/boards/${id}/picture.svg?scheme=dark&lang=ar`)
    expect(first.headers.get('content-type')).toContain('image/svg+xml')
    expect(first.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(first.body).toMatch(/^<svg/)
    const etag = first.headers.get('etag') ?? ''
    // As a browser asks; fetch would add "no-cache" to a request that says what it has.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' }
    expect((await device.get(`/api/boards/${id}/picture.svg?scheme=dark&lang=ar`, known)).status).toBe(304)
    const light = await device.get(`/api/boards/${id}/picture.svg`, known)
    expect(light.status).toBe(200)
    expect(light.body).not.toBe(first.body)
  })

  test('wants a scheme that there is', async () => {
    const { id } = await board(server)
    expect(await program(server).get(`/api/boards/${id}/picture.svg?scheme=pink`)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'scheme' }] },
    })
  })
})

describe('templates', () => {
  test('are listed in the language asked for, with a picture each', async () => {
    const inEnglish = (await browser(server).get('/api/templates')).body
    const inArabic = (await browser(server).get('/api/templates?lang=ar')).body
    const byHeader = (await browser(server).get('/api/templates', { 'accept-language': 'ar-EG,en;q=0.5' })).body
    expect(titles(inArabic)).not.toEqual(titles(inEnglish))
    expect(byHeader).toEqual(inArabic)
    for (const { pictureUrl } of inEnglish) {
      expect(await browser(server).get(pictureUrl)).toMatchObject({ status: 200, body: expect.stringMatching(/^<svg/) })
    }
  })

  test('that do not exist have no picture', async () => {
    expect(await browser(server).get('/api/templates/no/picture.svg')).toMatchObject({ status: 404 })
  })
})

test('an invitation survives in the list with code and link', async () => {
  const { id } = await board(server)
  const made = await invite(server, id)
  expect((await program(server).get(`/api/boards/${id}/invites`)).body).toEqual([made])
})
