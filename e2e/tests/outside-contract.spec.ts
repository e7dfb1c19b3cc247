import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Problem } from '#shared/http/common.ts'
import { maxImageBytes, maxTitleLength, maxWrongCodesPerDevicePerMinute } from '#shared/limits.ts'
import { type Api, createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { expect, test } from '../fixtures/test.ts'

/** What other programs rely on, over plain HTTP and sockets; no browser. */

async function expectProblem(answer: Promise<Response>, status: number, code: string): Promise<Response> {
  const response = await answer
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const problem = (await response.json()) as Problem
  expect({ status: response.status, code: problem.code }).toEqual({ status, code })
  // A sentence that a person understands, not a code.
  expect(problem.title).toMatch(/^[A-Z].{8,}\.$/)
  return response
}

test('operators see that it lives, that it is ready, and its figures', async ({ api }) => {
  expect((await api.send('GET', '/healthz', undefined, null)).status).toBe(200)
  expect((await api.send('GET', '/readyz', undefined, null)).status).toBe(200)
  const metrics = await api.send('GET', '/metrics', undefined, null)
  expect(metrics.status).toBe(200)
  expect(await metrics.text()).toContain('# TYPE ')
})

test('the OpenAPI document names the routes of the contract', async ({ api }) => {
  const { paths } = await api.request<{ paths: Record<string, object> }>('GET', '/api/openapi.json')
  for (const path of [
    '/api/pilots',
    '/api/pilots/{id}/boards',
    '/api/boards/{id}/records',
    '/api/join',
    '/api/templates',
  ]) {
    expect(Object.keys(paths)).toContain(path)
  }
})

test('a board begins with the zones of its template, and its picture shows them', async ({ api }) => {
  const board = await api.createBoard()
  const zones = (await api.readRecords(board.id)).filter((record) => record.type === 'zone')
  expect(zones).toHaveLength(13)
  expect(zones.map((zone) => zone.props?.key)).toContain('idea-gallery')
  const picture = await api.send('GET', `/api/boards/${board.id}/picture.svg?scheme=dark`)
  expect(picture.headers.get('content-type')).toContain('image/svg+xml')
  expect(await picture.text()).toContain('Idea gallery')
})

test('the template gallery speaks the language asked for', async ({ api }) => {
  type Card = { id: string; title: string; pictureUrl: string }
  const cafeIn = async (lang: string) =>
    (await api.request<Card[]>('GET', `/api/templates?lang=${lang}`)).find(({ id }) => id === 'innovation-cafe-hybrid')
  const english = await cafeIn('en')
  expect(english?.title).toBe('Innovation Café, hybrid')
  expect((await cafeIn('ar'))?.title).toBe('مقهى الابتكار الهجين')
  expect((await api.send('GET', english?.pictureUrl ?? '')).status).toBe(200)
})

test.describe('bad input is answered with a problem, and changes nothing', () => {
  test('unknown, switched-off and expired codes', async ({ api }) => {
    await expectProblem(api.send('POST', '/api/join', { code: 'ZZZZZZ', name: 'Mele' }, null), 404, 'unknown_code')

    const board = await api.createBoard()
    const invite = await api.invite(board.id)
    await api.request('PATCH', `/api/boards/${board.id}/invites/${invite.id}`, { isSwitchedOff: true })
    const join = { code: invite.code, name: 'Mele' }
    await expectProblem(api.send('POST', '/api/join', join, null), 410, 'invite_switched_off')

    const old = await api.request<{ code: string }>('POST', `/api/boards/${board.id}/invites`, {
      role: 'editor',
      expiresAtMs: 1_000,
    })
    await expectProblem(api.send('POST', '/api/join', { code: old.code, name: 'Mele' }, null), 410, 'invite_expired')
  })

  test('a locked door', async ({ api }) => {
    const board = await api.createBoard()
    const invite = await api.invite(board.id)
    await api.request('PATCH', `/api/boards/${board.id}`, { isDoorLocked: true })
    await expectProblem(api.send('POST', '/api/join', { code: invite.code, name: 'Mele' }, null), 403, 'door_locked')
  })

  test('malformed JSON, wrong types, over-long titles', async ({ api }) => {
    const before = await api.request<unknown[]>('GET', '/api/pilots')
    await expectProblem(api.send('POST', '/api/pilots', '{"title": '), 400, 'malformed_json')
    await expectProblem(api.send('POST', '/api/pilots', { title: 7 }), 400, 'invalid_input')
    await expectProblem(api.send('POST', '/api/pilots', { title: '  ' }), 400, 'invalid_input')
    const tooLong = 'x'.repeat(maxTitleLength + 1)
    await expectProblem(api.send('POST', '/api/pilots', { title: tooLong }), 400, 'invalid_input')
    await expectProblem(api.send('POST', '/api/pilots', { title: 'ok', owner_: 1 }), 400, 'invalid_input')
    expect(await api.request<unknown[]>('GET', '/api/pilots')).toHaveLength(before.length)
  })

  test('what does not exist, and what is nobody’s', async ({ api }) => {
    const board = await api.createBoard()
    await expectProblem(api.send('GET', '/api/nowhere'), 404, 'not_found')
    await expectProblem(api.send('GET', '/api/boards/AAAAAAAAAAAA'), 404, 'board_not_found')
    const pilot = await api.createPilot('Templates')
    const boards = `/api/pilots/${pilot.id}/boards`
    await expectProblem(api.send('POST', boards, { title: 'x', template: 'nope' }), 404, 'template_not_found')
    await expectProblem(api.send('GET', '/api/pilots', undefined, null), 401, 'not_signed_in')
    await expectProblem(api.send('GET', `/api/boards/${board.id}/records`, undefined, null), 401, 'not_signed_in')
    await expectProblem(api.send('GET', '/api/pilots', undefined, 'made-up-token-0123456789'), 401, 'not_signed_in')
  })

  test('a token of another board', async ({ api }) => {
    const mine = await api.createBoard()
    const other = await api.createBoard()
    const { token } = await api.join((await api.invite(mine.id)).code, 'Mele')
    expect((await api.send('GET', `/api/boards/${mine.id}/records`, undefined, token)).status).toBe(200)
    await expectProblem(api.send('GET', `/api/boards/${other.id}/records`, undefined, token), 403, 'not_a_member')
  })

  test('a request from another site', async ({ app }) => {
    const answer = fetch(`${app.origin}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ email: 'a@example.org', password: 'x' }),
    })
    await expectProblem(answer, 403, 'foreign_origin')
  })

  test('images that are too large, or none', async ({ api, app }) => {
    const { upload } = await boardWithFiles(api, app.origin)
    await expectProblem(upload('big.png', Buffer.concat([png, Buffer.alloc(maxImageBytes)])), 413, 'image_too_large')
    await expectProblem(upload('page.png', Buffer.from('<!doctype html><script>1</script>')), 415, 'unsupported_image')
    expect((await upload('good.png', png)).status).toBe(201)
  })

  test('an SVG is served so that no script in it runs', async ({ api, app }) => {
    const { upload, token } = await boardWithFiles(api, app.origin)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const stored = await upload('a.svg', Buffer.from(svg))
    expect(stored.status).toBe(201)
    const { url } = (await stored.json()) as { url: string }
    const served = await fetch(new URL(url, app.origin), { headers: { authorization: `Bearer ${token}` } })
    expect(served.headers.get('content-type')).toContain('image/svg+xml')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('content-security-policy')).toMatch(/sandbox|script-src 'none'|default-src 'none'/)
  })

  test('eleven wrong codes from one device; the right one still works from another', async () => {
    const own = await startAppServer()
    try {
      const api = createApi(own.origin)
      const invite = await api.invite((await api.createBoard()).id)
      const guess = (code: string, device: string): Promise<Response> =>
        fetch(`${own.origin}/api/join`, {
          method: 'POST',
          // Without a cookie a device is told apart by its address and its browser.
          headers: { 'content-type': 'application/json', 'user-agent': device },
          body: JSON.stringify({ code, name: 'Mele' }),
        })
      for (let i = 0; i < maxWrongCodesPerDevicePerMinute; i += 1) {
        expect((await guess('ZZZZZZ', 'phone')).status).toBe(404)
      }
      const refused = await expectProblem(guess('ZZZZZZ', 'phone'), 429, 'too_many_wrong_codes')
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await guess(invite.code, 'laptop')).status).toBe(200)
    } finally {
      await own.dispose()
    }
  })
})

test.describe('a socket', () => {
  test('without a token is refused with 401, with another board’s token with 403', async ({ api, app }) => {
    const board = await api.createBoard()
    const other = await api.createBoard()
    const { token } = await api.join((await api.invite(other.id)).code, 'Mele')
    expect(await upgradeStatus(`${wsOrigin(app.origin)}/sync/${board.id}`)).toBe(401)
    expect(await upgradeStatus(`${wsOrigin(app.origin)}/sync/${board.id}?token=made-up`)).toBe(401)
    expect(await upgradeStatus(`${wsOrigin(app.origin)}/sync/${board.id}?token=${token}`)).toBe(403)
  })

  test('that sends garbage is closed with a reason', async ({ api, app }) => {
    const board = await api.createBoard()
    const { token } = await api.join((await api.invite(board.id)).code, 'Mele')
    for (const garbage of [Buffer.from([255, 255, 255, 255, 255]), Buffer.from([0, 2, 9, 1, 2, 3]), Buffer.alloc(0)]) {
      const socket = new WebSocket(`${wsOrigin(app.origin)}/sync/${board.id}?token=${token}`)
      await once(socket, 'open')
      socket.send(garbage)
      const [code, reason] = await once(socket, 'close')
      expect(code).toBe(4400)
      expect(String(reason)).toMatch(/^[A-Z].+\.$/)
    }
  })
})

function wsOrigin(origin: string): string {
  return origin.replace(/^http/, 'ws')
}

async function upgradeStatus(url: string): Promise<number | undefined> {
  const socket = new WebSocket(url)
  const [request, response] = await once(socket, 'unexpected-response')
  request.destroy()
  return response.statusCode
}

async function boardWithFiles(api: Api, origin: string) {
  const board = await api.createBoard()
  const { token } = await api.join((await api.invite(board.id)).code, 'Mele')
  return {
    token,
    upload(name: string, bytes: Buffer): Promise<Response> {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      const headers = { authorization: `Bearer ${token}` }
      return fetch(`${origin}/api/boards/${board.id}/files`, { method: 'POST', headers, body: form })
    },
  }
}

/** The smallest PNG: one transparent pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
