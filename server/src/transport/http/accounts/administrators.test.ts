import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account, linkPath, password } from '../../../testing/facts.ts'
import { browser, program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

describe('the first administrator', () => {
  test('comes in by the one-time link and is signed in', async () => {
    const link = await server.links.issueForFirstAdministrator()
    const path = `/api/account-links/${link?.secret}`
    const someone = browser(server)
    expect((await someone.get(path)).body).toMatchObject({ purpose: 'first-administrator', role: 'administrator' })

    const made = await someone.post(path, { name: ' Ana ', email: 'Ana@Example.org', password })
    expect(made).toMatchObject({ status: 200, body: { name: 'Ana', email: 'ana@example.org', role: 'administrator' } })
    expect(made.body).not.toHaveProperty('passwordHash')
    expect((await someone.get('/api/me')).body.account).toMatchObject({ id: made.body.id })
  })

  test('leaves no second first-administrator link behind', async () => {
    const first = await server.links.issueForFirstAdministrator()
    const second = await server.links.issueForFirstAdministrator()
    const use = (secret: string | undefined, email: string) =>
      browser(server).post(`/api/account-links/${secret}`, { name: 'Ana', email, password })
    expect((await use(first?.secret, 'a@example.org')).status).toBe(200)
    expect(await use(first?.secret, 'b@example.org')).toMatchObject({ status: 410, body: { code: 'link_used' } })
    expect(await use(second?.secret, 'c@example.org')).toMatchObject({ status: 410, body: { code: 'link_used' } })
    expect(await server.links.issueForFirstAdministrator()).toBeUndefined()
  })
})

describe('an invitation to an account', () => {
  test('makes one account when it is used twice at once', async () => {
    const { body } = await program(server).post('/api/accounts/invitations', { role: 'facilitator' })
    const answers = await Promise.all(
      ['a', 'b'].map((name) =>
        browser(server).post(linkPath(body.url), { name, email: `${name}@example.org`, password }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    expect((await program(server).get('/api/accounts')).body).toHaveLength(1)
  })
})

describe('administering accounts', () => {
  test('lists, renames, promotes and switches off', async () => {
    const admin = await account(server, 'administrator')
    const ana = await account(server)
    const patch = (change: unknown) => admin.browser.patch(`/api/accounts/${ana.id}`, change)
    expect((await patch({ name: 'Anahera', role: 'administrator' })).body).toMatchObject({
      name: 'Anahera',
      role: 'administrator',
    })
    expect((await patch({ isDisabled: true })).body.isDisabled).toBe(true)
    expect((await ana.browser.get('/api/me')).body.account).toBeNull()
    expect(await browser(server).post('/api/sign-in', { email: ana.email, password })).toMatchObject({
      status: 403,
      body: { code: 'account_disabled' },
    })
    const { body } = await admin.browser.get('/api/accounts')
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['Ana', 'Anahera'])
  })

  test('keeps the last administrator', async () => {
    const admin = await account(server, 'administrator')
    const refusal = { status: 409, body: { code: 'last_administrator' } }
    expect(await admin.browser.patch(`/api/accounts/${admin.id}`, { role: 'facilitator' })).toMatchObject(refusal)
    expect(await admin.browser.patch(`/api/accounts/${admin.id}`, { isDisabled: true })).toMatchObject(refusal)
    const second = await account(server, 'administrator')
    const both = await Promise.all(
      [admin.id, second.id].map((id) => program(server).patch(`/api/accounts/${id}`, { isDisabled: true })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('says when there is no such account', async () => {
    const missing = { status: 404, body: { code: 'account_not_found' } }
    expect(await program(server).patch('/api/accounts/nobody-here', { name: 'X' })).toMatchObject(missing)
    expect(await program(server).post('/api/accounts/nobody-here/reset-link')).toMatchObject(missing)
  })
})
