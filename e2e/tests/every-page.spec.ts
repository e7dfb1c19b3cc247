import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { facilitatorPlaces, publicPlaces, visit } from '../pages/every-page.ts'
import { JoinPage } from '../pages/join-page.ts'

/**
 * Every page, in both schemes and both languages: axe finds nothing serious, and (as in every test, see
 * watch-page.ts) no request goes to another host, no policy is broken, nothing throws.
 */
const looks = [
  { locale: 'en-GB', colorScheme: 'light', dir: 'ltr' },
  { locale: 'en-GB', colorScheme: 'dark', dir: 'ltr' },
  { locale: 'ar', colorScheme: 'light', dir: 'rtl' },
  { locale: 'ar', colorScheme: 'dark', dir: 'rtl' },
] as const

for (const { locale, colorScheme, dir } of looks) {
  test(`pages for anybody, ${locale}, ${colorScheme}`, async ({ api, openBrowser }) => {
    const { page } = await openBrowser({ locale, colorScheme })
    for (const place of await publicPlaces(api)) {
      await test.step(place.name, async () => {
        await visit(page, place)
        await expect(page.locator('html')).toHaveAttribute('dir', dir)
        await expectAccessible(page, place.name)
      })
    }
  })

  test(`pages for facilitators, ${locale}, ${colorScheme}`, async ({ api, openBrowser }) => {
    const english = await openBrowser()
    // An administrator has every page that a facilitator has, and the accounts.
    await signInFacilitator(api, english.page, { role: 'administrator' })
    const storageState = await english.context.storageState()
    const { page } = await openBrowser({ locale, colorScheme, storageState })
    for (const place of await facilitatorPlaces(api)) {
      await test.step(place.name, async () => {
        await visit(page, place)
        await expect(page.locator('html')).toHaveAttribute('dir', dir)
        await expectAccessible(page, place.name)
      })
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`dialogs, menus and panels, ${colorScheme}`, async ({ api, openBrowser }) => {
    const { page } = await openBrowser({ colorScheme })
    await signInFacilitator(api, page)
    await page.getByRole('button', { name: 'New pilot' }).click()
    await expectAccessible(page, 'new pilot')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Account of Ana Vakatawa' }).click()
    await expectAccessible(page, 'the account’s menu')

    const { id } = await api.createBoard()
    await page.goto(`/boards/${id}`)
    const board = new BoardPage(page)
    await board.expectOpen()
    await board.writeInList('Table 1', 'a note to edit')
    await expectAccessible(page, 'the list of notes')
    await board.noteList.getByRole('button', { name: 'Edit: a note to edit' }).click()
    await expectAccessible(page, 'editing in the list')
    await page.keyboard.press('Escape')
    await board.edit('a note to edit')
    await expectAccessible(page, 'editing on the canvas')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^People/ }).click()
    await expectAccessible(page, 'people')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(page.getByLabel('Link', { exact: true })).toBeVisible()
    await expectAccessible(page, 'inviting')
  })
}

test('the watermark of tldraw is there, whole, and can be clicked', async ({ api, openBrowser }) => {
  const board = await api.createBoard()
  const { code } = await api.invite(board.id)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const { page } = await openBrowser({ viewport })
    await new JoinPage(page).join(code, { name: 'Mele' })
    const watermark = page.getByTitle('made with tldraw')
    await expect(watermark).toBeVisible()
    // Nothing lies over it: what is in its middle is itself.
    const isOnTop = await watermark.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return button.parentElement?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) ?? false
    })
    expect(isOnTop).toBe(true)
  }
})
