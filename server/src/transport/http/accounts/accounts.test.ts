import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account, linkPath, password } from '../../../testing/facts.ts'
import { browser, program } from '../../../testing/http-client.ts'
import { manualClock } from '../../../testing/manual-clock.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

const dayMs = 24 * 60 * 60 * 1_000
let server: TestServer
let clock: ReturnType<typeof manualClock>
beforeAll(async () => {
  clock = manualClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

describe('a one-time link', () => {
  test('that nobody made is unknown', async () => {
    expect(await browser(server).get('/api/account-links/nothing')).toMatchObject({
      status: 404,
      body: { code: 'unknown_link' },
    })
  })

  test('is over after seven days', async () => {
    const { body } = await program(server).post('/api/accounts/invitations', { role: 'facilitator' })
    clock.moveMs(7 * dayMs)
    expect(await browser(server).get(linkPath(body.url))).toMatchObject({ status: 410, body: { code: 'link_used' } })
  })

  test('stays usable after a request that was not right', async () => {
    const { body } = await program(server).post('/api/accounts/invitations', { role: 'facilitator' })
    const path = linkPath(body.url)
    const short = await browser(server).post(path, { name: 'A', email: 'a@example.org', password: 'short' })
    expect(short).toMatchObject({ status: 400, body: { errors: [{ path: 'password' }] } })
    const nameless = await browser(server).post(path, { password })
    expect(nameless.body.errors).toMatchObject([{ path: 'name' }, { path: 'email' }])
    expect((await browser(server).post(path, { name: 'A', email: 'a@example.org', password })).status).toBe(200)
  })

  test('of an invitation knows the name and email it was made for, and refuses an email that is taken', async () => {
    await account(server, 'facilitator', 'taken@example.org')
    const invite = (email: string) =>
      program(server).post('/api/accounts/invitations', { role: 'facilitator', name: 'Ben', email })
    expect(await invite('taken@example.org')).toMatchObject({ status: 409, body: { code: 'email_taken' } })

    const { body } = await invite('ben@example.org')
    expect((await browser(server).get(linkPath(body.url))).body).toMatchObject({
      name: 'Ben',
      email: 'ben@example.org',
    })
    const clash = await browser(server).post(linkPath(body.url), { email: 'taken@example.org', password })
    expect(clash).toMatchObject({ status: 409, body: { code: 'email_taken' } })
    expect((await browser(server).post(linkPath(body.url), { password })).body).toMatchObject({ name: 'Ben' })
  })

  test('of a reset sets the password, ends the other sign-ins and signs in', async () => {
    const ana = await account(server)
    const { body } = await program(server).post(`/api/accounts/${ana.id}/reset-link`)
    const fresh = browser(server)
    expect((await fresh.post(linkPath(body.url), { password: 'another password' })).status).toBe(200)
    expect((await fresh.get('/api/me')).body.account.id).toBe(ana.id)
    expect((await ana.browser.get('/api/me')).body.account).toBeNull()
    const signIn = (word: string) => browser(server).post('/api/sign-in', { email: ana.email, password: word })
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn('another password')).status).toBe(200)
  })
})

describe('signing in', () => {
  test('sets an HttpOnly, SameSite cookie that is Secure on https only', async () => {
    const ana = await account(server)
    const { headers } = await browser(server).post('/api/sign-in', { email: ana.email.toUpperCase(), password })
    const cookie = headers.getSetCookie().join()
    expect(cookie).toMatch(/^tablecloth_sign_in=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/)
  })

  test('is Secure behind a proxy that speaks https', async () => {
    const proxied = await startTestServer({ config: { trustProxy: 1 } })
    const ana = await account(proxied)
    const { headers } = await browser(proxied).post(
      '/api/sign-in',
      { email: ana.email, password },
      { 'x-forwarded-proto': 'https' },
    )
    expect(headers.getSetCookie().join()).toContain('Secure')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    await proxied.stop()
  })

  test('answers a wrong password and an unknown email alike', async () => {
    const ana = await account(server)
    const wrong = await browser(server).post('/api/sign-in', { email: ana.email, password: 'not it at all' })
    const unknown = await browser(server).post('/api/sign-in', { email: 'nobody@example.org', password })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
    expect(unknown.body).toEqual(wrong.body)
  })

  test('is refused for a while after ten failures, also with the right password', async () => {
    const ana = await account(server)
    for (let i = 0; i < 10; i += 1) await browser(server).post('/api/sign-in', { email: ana.email, password: 'wrong' })
    const refused = await browser(server).post('/api/sign-in', { email: ana.email, password })
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const other = await account(server)
    expect((await browser(server).post('/api/sign-in', { email: other.email, password })).status).toBe(200)
  })

  test('lasts thirty days from the last visit', async () => {
    const ana = await account(server)
    clock.moveMs(29 * dayMs)
    expect((await ana.browser.get('/api/me')).body.account).not.toBeNull()
    clock.moveMs(29 * dayMs)
    expect((await ana.browser.get('/api/me')).body.account).not.toBeNull()
    clock.moveMs(30 * dayMs)
    expect((await ana.browser.get('/api/me')).body.account).toBeNull()
  })
})

describe('signing out', () => {
  test('ends this sign-in; everywhere ends all of them', async () => {
    const ana = await account(server)
    const phone = browser(server)
    await phone.post('/api/sign-in', { email: ana.email, password })
    expect((await phone.post('/api/sign-out')).status).toBe(204)
    expect((await ana.browser.get('/api/me')).body.account).not.toBeNull()
    await phone.post('/api/sign-in', { email: ana.email, password })
    expect((await ana.browser.post('/api/sign-out-everywhere')).status).toBe(204)
    expect((await phone.get('/api/me')).body.account).toBeNull()
  })

  test('is no error for somebody who is not signed in', async () => {
    expect((await browser(server).post('/api/sign-out')).status).toBe(204)
  })
})

describe('changing the password', () => {
  test('wants the current one and keeps this sign-in alone', async () => {
    const ana = await account(server)
    const phone = browser(server)
    await phone.post('/api/sign-in', { email: ana.email, password })
    const change = (currentPassword: string) =>
      ana.browser.post('/api/me/password', { currentPassword, newPassword: 'a new password' })
    expect(await change('wrong')).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } })
    expect((await change(password)).status).toBe(204)
    expect((await ana.browser.get('/api/me')).body.account).not.toBeNull()
    expect((await phone.get('/api/me')).body.account).toBeNull()
  })
})

test('ADMIN_TOKEN is an administrator without an account', async () => {
  expect((await program(server).get('/api/me')).body.account).toMatchObject({ id: 'operator', role: 'administrator' })
  expect((await program(server, 'some-other-token-entirely').get('/api/pilots')).status).toBe(401)
})
