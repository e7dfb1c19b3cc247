import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maxJsonBodyBytes } from '#shared/limits.ts'
import { account, board, invite } from '../../testing/facts.ts'
import { browser, program } from '../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'

const page = '<!doctype html><script type="application/json">{}</script><script>boot()</script><div id="root"></div>'

let server: TestServer
let client: TempDir
beforeAll(async () => {
  client = await makeTempDir()
  await mkdir(join(client.path, 'assets'))
  await writeFile(join(client.path, 'sw.js'), 'self')
  await writeFile(join(client.path, 'index.html'), page)
  await writeFile(join(client.path, 'assets', 'app-1a2b.js'), 'export {}')
  await writeFile(join(client.path, 'assets', 'app-1a2b.js.br'), brotliCompressSync('export {}'))
  await writeFile(join(client.path, 'assets', 'app-1a2b.js.gz'), gzipSync('export {}'))
  await writeFile(join(client.path, 'icon.svg'), '<svg/>')
  await writeFile(join(client.path, 'assets', 'sign-1a2b.svg'), '<svg/>')
  server = await startTestServer({ clientDir: client.path })
})
afterAll(async () => {
  await server.stop()
  await client.remove()
})

const json = { 'content-type': 'application/json' }

describe('a request that is not right', () => {
  test.each([
    ['malformed JSON', '{"title":', json, 400, 'malformed_json'],
    ['JSON that is no object', '"title"', json, 400, 'malformed_json'],
    ['no content type', '{"title":"A"}', {}, 415, 'unsupported_media_type'],
    ['a form', 'title=A', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['another charset', '{}', { 'content-type': 'application/json; charset=latin1' }, 415, 'unsupported_media_type'],
    ['a body that is too large', `{"title":"${'x'.repeat(maxJsonBodyBytes)}"}`, json, 413, 'too_large'],
    ['a list', '[]', json, 400, 'invalid_input'],
  ])('with %s gets a problem document', async (_name, body, headers, status, code) => {
    const answer = await program(server).send('POST', '/api/pilots', body, headers)
    expect(answer).toMatchObject({ status, body: { status, code, type: `urn:tablecloth:problem:${code}` } })
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  test.each(['/api', '/api/nothing', '/api/boards', '/api/me/nothing'])(
    'for %s is not found, as a problem',
    async (path) => {
      expect(await browser(server).get(path)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    },
  )

  test('with a broken address is answered with a problem', async () => {
    expect(await program(server).get('/api/pilots/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  })

  test('of nobody is refused before its content is looked at', async () => {
    const answer = await browser(server).send('POST', '/api/pilots', '{}', json)
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

describe('where a change comes from', () => {
  const foreign = { origin: 'https://evil.example' }
  const refusal = { status: 403, body: { code: 'foreign_origin' } }

  test('matters with a cookie, with a token and with neither', async () => {
    const ana = await account(server)
    expect(await ana.browser.post('/api/pilots', { title: 'A' }, foreign)).toMatchObject(refusal)
    expect(await program(server).post('/api/pilots', { title: 'A' }, foreign)).toMatchObject(refusal)
    const { code } = await invite(server, (await board(server)).id)
    expect(await browser(server).post('/api/join', { code, name: 'X' }, foreign)).toMatchObject(refusal)
    expect(await browser(server).post('/api/sign-in', { email: ana.email, password: 'x' }, foreign)).toMatchObject(
      refusal,
    )
  })

  test('must be said with a cookie, and need not with a token', async () => {
    const ana = await account(server)
    const cookie = [...ana.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const post = async (headers: Record<string, string>) => {
      const sent = request(`${server.url}/api/sign-out`, { method: 'POST', headers })
      sent.end()
      const [response] = await once(sent, 'response')
      response.resume()
      return response.statusCode
    }
    expect(await post({ cookie })).toBe(403)
    expect(await post({ cookie, origin: server.url })).toBe(204)
    expect(await post({ authorization: `Bearer ${server.adminToken}` })).toBe(204)
  })

  test('does not matter for reading', async () => {
    expect((await program(server).get('/api/pilots', foreign)).status).toBe(200)
  })
})

describe('the pages', () => {
  test.each(['/', '/pilots/reefs', '/join/abc', '/welcome/abc'])(
    'at %s are the app, never kept without asking',
    async (path) => {
      const answer = await browser(server).get(path)
      expect(answer).toMatchObject({ status: 200, body: page })
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('have scripts that are kept for good, compressed as built where that is understood', async () => {
    const path = '/assets/app-1a2b.js'
    const compressed = await browser(server).get(path, { 'accept-encoding': 'gzip, br' })
    expect(compressed).toMatchObject({ status: 200, body: 'export {}' })
    expect(compressed.headers.get('content-encoding')).toBe('br')
    expect(compressed.headers.get('content-type')).toContain('javascript')
    expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    // As browsers ask over plain http.
    const zipped = await browser(server).get(path, { 'accept-encoding': 'gzip, deflate' })
    expect(zipped).toMatchObject({ status: 200, body: 'export {}' })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(zipped.headers.get('content-type')).toContain('javascript')
    expect(zipped.headers.get('vary')).toContain('Accept-Encoding')
    const plain = await browser(server).get(path, { 'accept-encoding': 'identity' })
    expect(plain).toMatchObject({ status: 200, body: 'export {}' })
    expect(plain.headers.get('content-encoding')).toBeNull()
  })

  test('have a service worker that is asked for anew each time, for all of the site', async () => {
    const answer = await browser(server).get('/sw.js')
    expect(answer).toMatchObject({ status: 200, body: 'self' })
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toContain('javascript')
  })

  test.each([
    '/assets/gone.js',
    '/assets/',
    '/favicon.ico',
    '/assets/app-1a2b.js.br',
    '/assets/app-1a2b.js.gz',
    '/..%2f..%2fetc%2fpasswd.txt',
  ])('do not answer for %s', async (path) => {
    expect(await browser(server).get(path)).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  test('run under a policy without eval, inline scripts, foreign hosts or forced https', async () => {
    const { headers } = await browser(server).get('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    // The page's one script by its hash; nothing else that stands in a page runs.
    const hash = createHash('sha256').update('boot()').digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(policy).toContain("worker-src 'self';")
    expect(policy).toContain(`connect-src 'self' data: blob: ws://${new URL(server.url).host}`)
    for (const never of ['unsafe-eval', 'upgrade-insecure-requests', 'https:', '*']) expect(policy).not.toContain(never)
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('have files that carry no policy of their own, but for drawings', async () => {
    const script = await browser(server).get('/assets/app-1a2b.js')
    expect(script.headers.get('content-security-policy')).toBeNull()
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
    const drawing = await browser(server).get('/assets/sign-1a2b.svg')
    expect(drawing.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  test('make a device known before it types a code', async () => {
    const device = browser(server)
    await device.get('/join')
    expect(device.cookies.has('tablecloth_device')).toBe(true)
  })
})

describe('the operator', () => {
  test('sees that it lives, that it is ready, and how it is', async () => {
    expect(await browser(server).get('/healthz')).toMatchObject({ status: 200 })
    expect(await browser(server).get('/readyz')).toMatchObject({ status: 200 })
    const { body, headers } = await browser(server).get('/metrics')
    expect(headers.get('content-type')).toContain('text/plain')
    expect(body).toMatch(/^process_cpu_user_seconds_total /m)
    expect(body).toMatch(/^http_request_duration_seconds_count\{method="GET",route="\/readyz",status="200"\} /m)
  })
})

describe('facilitators', () => {
  test('see the addresses of the machine, participants do not', async () => {
    const ana = await account(server)
    const { body } = await ana.browser.get('/api/network-addresses')
    for (const origin of body.origins) expect(origin).toMatch(new RegExp(`^http://.+:${new URL(server.url).port}$`))
    expect((await browser(server).get('/api/network-addresses')).status).toBe(401)
  })
})

test('the pages learn the licence key of tldraw, where there is one', async () => {
  expect((await browser(server).get('/api/settings')).body).toEqual({ tldrawLicenseKey: null })
})
