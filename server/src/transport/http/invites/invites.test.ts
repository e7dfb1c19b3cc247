import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inviteCodeAlphabet } from '#shared/ids.ts'
import { account, board, invite, participant } from '../../../testing/facts.ts'
import { browser, program } from '../../../testing/http-client.ts'
import { manualClock } from '../../../testing/manual-clock.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
let clock: ReturnType<typeof manualClock>
let boardId: string
beforeAll(async () => {
  clock = manualClock()
  server = await startTestServer({ clock, config: { trustProxy: 1 } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  // Wrong codes of the test before are no longer counted.
  clock.moveMs(61_000)
  boardId = (await board(server)).id
})

const sela = { name: 'Sela', country: 'TO', organisation: 'Energy' }
const secretOf = (url: string) => new URL(url).pathname.replace('/join/', '')

describe('an invitation', () => {
  test('has six characters that nobody misreads, and a link on the address that was asked', async () => {
    const made = await program(server).post(`/api/boards/${boardId}/invites`, { role: 'viewer' })
    expect(made).toMatchObject({ status: 201, body: { role: 'viewer', isSwitchedOff: false, joinedCount: 0 } })
    expect(made.body.code).toMatch(new RegExp(`^[${inviteCodeAlphabet}]{6}$`))
    expect(made.body.url).toMatch(new RegExp(`^${server.url}/join/[\\w-]{43}$`))
  })

  test('has a link on PUBLIC_URL where there is one', async () => {
    const proxied = await startTestServer({ config: { publicUrl: 'https://tablecloth.example.org' } })
    const { url } = await invite(proxied, (await board(proxied)).id)
    expect(url).toMatch(/^https:\/\/tablecloth\.example\.org\/join\//)
    await proxied.stop()
  })

  test('shows where it leads before anything is given', async () => {
    const ana = await account(server)
    const { body: made } = await ana.browser.post(`/api/boards/${boardId}/invites`, { role: 'editor' })
    for (const code of [
      made.code,
      made.code.toLowerCase(),
      ` ${made.code.slice(0, 3)}-${made.code.slice(3)}`,
      secretOf(made.url),
    ]) {
      expect((await browser(server).get(`/api/invites/${encodeURIComponent(code)}`)).body).toEqual({
        boardId,
        boardTitle: 'Café',
        pilotTitle: 'Smart islands',
        invitedBy: 'Ana',
        role: 'editor',
        isDoorLocked: false,
        me: null,
      })
    }
  })

  test.each(['facilitator', 'editor', 'viewer'] as const)('lets people in as %s, by code or by link', async (role) => {
    const made = await invite(server, boardId, { role })
    for (const code of [made.code, secretOf(made.url)]) {
      const device = browser(server)
      const joined = await device.post('/api/join', { code, ...sela })
      expect(joined).toMatchObject({ status: 200, body: { boardId, role } })
      expect((await device.get(`/api/boards/${boardId}`)).body.role).toBe(role)
      expect((await program(server, joined.body.token).get(`/api/boards/${boardId}`)).body.role).toBe(role)
    }
    expect((await program(server).get(`/api/boards/${boardId}/invites`)).body[0].joinedCount).toBe(2)
  })

  test('that is switched off says so, lets nobody new in, and leaves alone who is in', async () => {
    const made = await invite(server, boardId)
    const device = browser(server)
    await device.post('/api/join', { code: made.code, ...sela })
    const path = `/api/boards/${boardId}/invites/${made.id}`
    expect((await program(server).patch(path, { isSwitchedOff: true })).body.isSwitchedOff).toBe(true)
    const refusal = { status: 410, body: { code: 'invite_switched_off' } }
    expect(await browser(server).get(`/api/invites/${made.code}`)).toMatchObject(refusal)
    expect(await browser(server).post('/api/join', { code: secretOf(made.url), ...sela })).toMatchObject(refusal)
    expect((await device.get(`/api/boards/${boardId}`)).status).toBe(200)
    await program(server).patch(path, { isSwitchedOff: false })
    expect((await browser(server).post('/api/join', { code: made.code, ...sela })).status).toBe(200)
  })

  test('that has expired says so', async () => {
    const { code } = await invite(server, boardId, { expiresAtMs: clock.nowMs() + 1_000 })
    expect((await browser(server).get(`/api/invites/${code}`)).status).toBe(200)
    clock.moveMs(1_000)
    const refusal = { status: 410, body: { code: 'invite_expired' } }
    expect(await browser(server).get(`/api/invites/${code}`)).toMatchObject(refusal)
    expect(await browser(server).post('/api/join', { code, ...sela })).toMatchObject(refusal)
  })

  test('to a deleted board says so', async () => {
    const { code } = await invite(server, boardId)
    await program(server).delete(`/api/boards/${boardId}`)
    const refusal = { status: 410, body: { code: 'board_deleted' } }
    expect(await browser(server).post('/api/join', { code, ...sela })).toMatchObject(refusal)
  })

  test('of another board cannot be switched off from this one', async () => {
    const other = await invite(server, (await board(server)).id)
    expect(
      await program(server).patch(`/api/boards/${boardId}/invites/${other.id}`, { isSwitchedOff: true }),
    ).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})

describe('joining', () => {
  test('from the same device again is the same person, with what she says now', async () => {
    const { code } = await invite(server, boardId)
    const device = browser(server)
    const first = (await device.post('/api/join', { code, ...sela })).body
    expect((await device.get(`/api/invites/${code}`)).body.me).toEqual(sela)
    const second = (await device.post('/api/join', { code, name: 'Sela V.', country: null })).body
    expect(second.participantId).toBe(first.participantId)
    expect((await device.get(`/api/invites/${code}`)).body.me).toEqual({
      name: 'Sela V.',
      country: null,
      organisation: null,
    })
    for (const { token } of [first, second]) {
      expect((await program(server, token).get(`/api/boards/${boardId}`)).status).toBe(200)
    }
  })

  test('as somebody else, from a device that is passed on, is a person of her own, and the one it knows from then on', async () => {
    const { code } = await invite(server, boardId)
    const device = browser(server)
    const first = (await device.post('/api/join', { code, ...sela })).body
    const second = (await device.post('/api/join', { code, name: 'Ratu', isSomebodyElse: true })).body
    expect(second.participantId).not.toBe(first.participantId)
    expect((await device.get(`/api/invites/${code}`)).body.me).toMatchObject({ name: 'Ratu' })
    expect((await device.post('/api/join', { code, name: 'Ratu T.' })).body.participantId).toBe(second.participantId)
    // What the first has by her token stays hers.
    expect((await program(server, first.token).get(`/api/boards/${boardId}`)).status).toBe(200)
  })

  test('as somebody else is no way around a locked door or a removal, and changes nothing for whom the device knows', async () => {
    const { code } = await invite(server, boardId)
    const device = browser(server)
    const { participantId } = (await device.post('/api/join', { code, ...sela })).body
    await program(server).patch(`/api/boards/${boardId}`, { isDoorLocked: true })
    const asAnother = () => device.post('/api/join', { code, name: 'Ratu', isSomebodyElse: true })
    expect(await asAnother()).toMatchObject({ status: 403, body: { code: 'door_locked' } })
    expect((await device.post('/api/join', { code, ...sela })).body.participantId).toBe(participantId)
    await program(server).patch(`/api/boards/${boardId}`, { isDoorLocked: false })
    expect((await program(server).delete(`/api/boards/${boardId}/people/${participantId}`)).status).toBe(204)
    expect(await asAnother()).toMatchObject({ status: 403, body: { code: 'removed_from_board' } })
  })

  test('with a join token is the same person, on a device without a cookie', async () => {
    const { code } = await invite(server, boardId)
    const first = (await browser(server).post('/api/join', { code, ...sela })).body
    const again = await program(server, first.token).post('/api/join', { code, ...sela })
    expect(again.body.participantId).toBe(first.participantId)
  })

  test('with a token that is over joins anew', async () => {
    const { code } = await invite(server, boardId)
    expect((await program(server, 'a-token-from-long-ago').post('/api/join', { code, ...sela })).status).toBe(200)
  })

  test('twice at the same moment makes one person', async () => {
    const { code } = await invite(server, boardId)
    const device = browser(server)
    await device.get(`/api/invites/${code}`)
    const both = await Promise.all([1, 2].map(() => device.post('/api/join', { code, ...sela })))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both[0]?.body.participantId).toBe(both[1]?.body.participantId)
  })

  test('by a stronger invitation makes stronger, by a weaker one changes nothing', async () => {
    const [viewer, editor] = [await invite(server, boardId, { role: 'viewer' }), await invite(server, boardId)]
    const device = browser(server)
    const roles = []
    for (const { code } of [viewer, editor, viewer])
      roles.push((await device.post('/api/join', { code, ...sela })).body.role)
    expect(roles).toEqual(['viewer', 'editor', 'editor'])
  })

  test('through a locked door is for those who were in before', async () => {
    const { code } = await invite(server, boardId)
    const { device, joined } = await participant(server, boardId)
    await program(server).patch(`/api/boards/${boardId}`, { isDoorLocked: true })
    expect((await browser(server).get(`/api/invites/${code}`)).body.isDoorLocked).toBe(true)
    expect(await browser(server).post('/api/join', { code, ...sela })).toMatchObject({
      status: 403,
      body: { code: 'door_locked' },
    })
    expect((await device.post('/api/join', { code, ...sela })).body.participantId).toBe(joined.participantId)
  })

  test('sets a device cookie that scripts cannot read', async () => {
    const { code } = await invite(server, boardId)
    const { headers } = await browser(server).post('/api/join', { code, ...sela })
    expect(headers.getSetCookie().join()).toMatch(/^tablecloth_device=[\w.-]+; Max-Age=\d+; .*HttpOnly; SameSite=Lax$/)
  })

  test.each([
    ['no name', { name: '' }, 'name'],
    ['a country that is no code', { country: 'Tonga' }, 'country'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'name'],
    ['a role of her own choice', { role: 'facilitator' }, 'role'],
  ])('is refused with %s', async (_name, change, path) => {
    const { code } = await invite(server, boardId)
    expect(await browser(server).post('/api/join', { code, ...sela, ...change })).toMatchObject({
      status: 400,
      body: { errors: [{ path }] },
    })
  })
})

describe('wrong codes', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const unknown = { status: 404, body: { code: 'unknown_code' } }
  const tooMany = { status: 429, body: { code: 'too_many_wrong_codes' } }

  test('are unknown ten times a minute from one device, by preview and join together', async () => {
    const made = await invite(server, boardId)
    const device = browser(server)
    for (let i = 0; i < 5; i += 1) {
      expect(await device.get('/api/invites/ABCDEF')).toMatchObject(unknown)
      expect(await device.post('/api/join', { code: 'ABCDEF', ...sela })).toMatchObject(unknown)
    }
    const refused = await device.post('/api/join', { code: made.code, ...sela })
    expect(refused).toMatchObject(tooMany)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    // The link and the QR code still lead in.
    expect((await device.post('/api/join', { code: secretOf(made.url), ...sela })).status).toBe(200)
    clock.moveMs(60_000)
    expect((await device.get(`/api/invites/${made.code}`)).status).toBe(200)
  })

  test('of one device do not lock out its neighbour behind the same address', async () => {
    const { code } = await invite(server, boardId)
    const [careless, careful] = [browser(server), browser(server)]
    await careful.get(`/api/invites/${code}`)
    for (let i = 0; i < 12; i += 1) await careless.get('/api/invites/ABCDEF')
    expect(await careless.get(`/api/invites/${code}`)).toMatchObject(tooMany)
    expect((await careful.post('/api/join', { code, ...sela })).status).toBe(200)
  })

  test('of a device that throws its cookies away still count as one device', async () => {
    for (let i = 0; i < 10; i += 1) expect(await browser(server).get('/api/invites/ABCDEF')).toMatchObject(unknown)
    expect(await browser(server).get('/api/invites/ABCDEF')).toMatchObject(tooMany)
  })

  test('with cookies that are made up count as without', async () => {
    for (let i = 0; i < 10; i += 1) {
      const device = browser(server)
      device.cookies.set('tablecloth_device', `${'A'.repeat(42)}${i}.${'B'.repeat(43)}`)
      expect(await device.get('/api/invites/ABCDEF')).toMatchObject(unknown)
    }
    expect(await browser(server).get('/api/invites/ABCDEF')).toMatchObject(tooMany)
  })

  test('are refused to an address after a hundred, and to no other address', async () => {
    for (let i = 0; i < 100; i += 1) {
      await browser(server, { 'user-agent': `phone ${i}`, ...from('203.0.113.7') }).get('/api/invites/ABCDEF')
    }
    const fresh = (address: string) =>
      browser(server, { 'user-agent': 'fresh', ...from(address) }).get('/api/invites/ABCDEF')
    expect(await fresh('203.0.113.7')).toMatchObject(tooMany)
    expect(await fresh('203.0.113.8')).toMatchObject(unknown)
  })

  test('of the shape of a link are not counted', async () => {
    const device = browser(server)
    for (let i = 0; i < 15; i += 1) expect(await device.get(`/api/invites/${'A'.repeat(43)}`)).toMatchObject(unknown)
  })
})
