import { type AppServer, startAppServer } from '../fixtures/app-server.ts'
import { expect, test } from '../fixtures/test.ts'
import { AccountPages } from '../pages/account-pages.ts'

const mele = { name: 'Mele Tupou', email: 'mele@example.org', password: 'four words make one' }
const ratu = { name: 'Ratu Vula', email: 'ratu@example.org', password: 'another four good words' }

/** The link that a server without accounts prints at its start. */
function firstLink(server: AppServer): string {
  const link = /https?:\/\/\S+\/welcome\/[\w-]+/.exec(server.output())?.[0]
  if (link === undefined) throw new Error(`no link for the first administrator in:\n${server.output()}`)
  // What is printed may name the machine's address in the network; the test reaches it on this one.
  return new URL(new URL(link).pathname, server.origin).href
}

test('the first person becomes administrator, invites a facilitator, and helps her in again', async ({
  openBrowser,
}) => {
  const server = await startAppServer()
  try {
    const { origin } = server
    const link = firstLink(server)
    const admin = await openBrowser({ origin })
    const adminPages = new AccountPages(admin.page)
    await adminPages.createAccount(link, mele)

    const late = await openBrowser({ origin })
    await late.page.goto(link)
    await expect(late.page.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()

    const invitation = await adminPages.invite(mele.name)
    const guest = await openBrowser({ origin })
    const guestPages = new AccountPages(guest.page)
    await guestPages.createAccount(invitation, ratu)
    await guestPages.choose(ratu.name, 'Sign out')
    await guestPages.expectSignedOut()
    await guestPages.signIn({ ...ratu, password: 'not the right one' })
    await expect(guest.page.getByText('The email or the password is not right.')).toBeVisible()
    await guestPages.signIn(ratu)
    await guestPages.expectSignedIn()

    await admin.page.reload()
    const reset = await adminPages.issueResetLink(ratu.name)
    const newDevice = await openBrowser({ origin })
    const newPages = new AccountPages(newDevice.page)
    await newPages.setNewPassword(reset, 'five quite different new words')
    // A new password signs out everywhere else.
    await guest.page.goto('/')
    await guestPages.expectSignedOut()
    await guestPages.signIn(ratu)
    await expect(guest.page.getByText('The email or the password is not right.')).toBeVisible()
  } finally {
    await server.dispose()
  }
})

test('signing out everywhere reaches the other devices', async ({ api, openBrowser }) => {
  const { url } = await api.inviteAccount('facilitator')
  const account = { name: 'Sina Tavita', email: 'sina@example.org', password: 'words that are long enough' }
  const first = await openBrowser()
  const second = await openBrowser()
  const [firstPages, secondPages] = [new AccountPages(first.page), new AccountPages(second.page)]
  await firstPages.createAccount(url, account)
  await secondPages.signIn(account)
  await secondPages.expectSignedIn()
  await firstPages.choose(account.name, 'Sign out everywhere')
  await firstPages.expectSignedOut()
  await second.page.goto('/')
  await secondPages.expectSignedOut()
})

test('a form that is not filled in says what is missing and sends nothing', async ({ api, openBrowser }) => {
  const { url } = await api.inviteAccount('facilitator')
  const { page } = await openBrowser()
  await page.goto(url)
  await page.getByLabel('Name').fill('Sina')
  await page.getByLabel('Email').fill('not an address')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(page.getByText('A password needs at least 10 characters.')).toBeVisible()
  // The link was not used up by the attempt.
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You are invited to Tablecloth' })).toBeVisible()
})
