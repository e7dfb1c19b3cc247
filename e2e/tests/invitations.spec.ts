import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

test('a facilitator invites by code and link, switches an invitation off, and locks the door', async ({
  api,
  openBrowser,
}) => {
  const board = await api.createBoard({ title: 'Café in Apia' })
  const host = await openBrowser()
  await signInFacilitator(api, host.page)
  await host.page.goto(`/boards/${board.id}`)
  await new BoardPage(host.page).expectOpen()
  await host.page.getByRole('button', { name: 'Invite' }).click()
  const dialog = host.page.getByRole('dialog', { name: 'Invite to “Café in Apia”' })
  const link = dialog.getByLabel('Link', { exact: true })
  await expect(link).toHaveValue(/\/join\//)
  const off = dialog.getByRole('button', { name: /^Switch off invitation/ })
  const code = (await off.getAttribute('aria-label'))?.split(' ').at(-1) ?? ''
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)

  await dialog.getByRole('button', { name: 'Show the QR code on the whole screen' }).click()
  await expect(host.page.getByRole('dialog', { name: 'QR code to join' })).toContainText(code)
  await host.page.keyboard.press('Escape')

  // As people type codes: small letters, a space in the middle.
  const typed = await openBrowser()
  await new JoinPage(typed.page).typeCode(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase())
  await new JoinPage(typed.page).introduce({ name: 'Mele' })
  await new BoardPage(typed.page).expectOpen()
  const linked = await openBrowser()
  await linked.page.goto(new URL(await link.inputValue()).pathname)
  await new JoinPage(linked.page).introduce({ name: 'Ratu' })
  await new BoardPage(linked.page).expectOpen()

  await dialog.getByRole('switch', { name: 'Lock the door' }).click()
  await expect(dialog.getByRole('switch', { name: 'Lock the door' })).toBeChecked()
  const late = await openBrowser()
  await new JoinPage(late.page).typeCode(code)
  await expect(late.page.getByText('The door of this board is locked at the moment.', { exact: false })).toBeVisible()
  // Who has been in comes back in.
  await typed.page.reload()
  await new BoardPage(typed.page).expectOpen()

  await off.click()
  await expect(dialog.getByRole('button', { name: `Switch on invitation ${code}` })).toBeVisible()
  const later = await openBrowser()
  await new JoinPage(later.page).typeCode(code)
  await expect(later.page.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible()
})

test('somebody who comes back on the same device is the same person', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const { page } = await openBrowser()
  await new JoinPage(page).join(code, { name: 'Mele Tupou', country: 'Tonga', organisation: 'Ministry of Energy' })
  await new BoardPage(page).expectOpen()
  await new JoinPage(page).typeCode(code)
  await expect(page.getByLabel('Your name')).toHaveValue('Mele Tupou')
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Tonga')
  await page.getByRole('button', { name: 'Continue as Mele Tupou' }).click()
  await new BoardPage(page).expectOpen()
  await page.getByRole('button', { name: 'People: 1 here' }).click()
  await expect(page.getByRole('complementary', { name: 'People' })).toContainText('Ministry of Energy')
})

test('the next person on a shared device joins as herself', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const { page } = await openBrowser()
  const join = new JoinPage(page)
  await join.join(code, { name: 'Mele Tupou', country: 'Tonga', organisation: 'Ministry of Energy' })
  await page.goto(`/join/${code}`)
  await page.getByRole('button', { name: 'Not Mele Tupou? Join as somebody else' }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await expect(page.getByLabel('Your name')).toHaveValue('')
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('')
  await expect(page.getByLabel('Organisation')).toHaveValue('')
  await join.introduce({ name: 'Ratu' })
  await new BoardPage(page).expectOpen()
  const people = await api.request<{ name: string }[]>('GET', `/api/boards/${id}/people`)
  expect(people.map(({ name }) => name).toSorted()).toEqual(['Mele Tupou', 'Ratu'])
})

test('a code that opens nothing says so, and another can be typed at once', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  const join = new JoinPage(page)
  await join.typeCode('ABC')
  await expect(page.getByText('A code has 6 characters.')).toBeVisible()
  await join.typeCode('ZZZZZZ')
  await expect(page.getByRole('heading', { name: 'This code does not open a board' })).toBeVisible()
  await expect(page.getByText('Check it with the person who invited you.', { exact: false })).toBeVisible()
  await page.getByLabel('Code').fill((await api.invite(id)).code)
  await page.getByRole('button', { name: 'Go to the board' }).click()
  await join.introduce({ name: 'Mele' })
  await new BoardPage(page).expectOpen()
})
