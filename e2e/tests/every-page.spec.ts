import type { Page } from '@playwright/test'
import { expectAccessibleInBothSchemes } from '../fixtures/check-accessibility.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { facilitatorPlaces, galleryPlaces, type Place, publicPlaces, visit } from '../pages/every-page.ts'
import { JoinPage } from '../pages/join-page.ts'

/**
 * Every page, in both schemes and both languages: axe finds nothing serious, and (as in every test, see
 * watch-page.ts) no request goes to another host, no policy is broken, nothing throws.
 */
const languages = [
  { locale: 'en-GB', dir: 'ltr' },
  { locale: 'ar', dir: 'rtl' },
] as const

async function expectSound(page: Page, place: Place, dir: 'ltr' | 'rtl'): Promise<void> {
  await test.step(place.name, async () => {
    await visit(page, place)
    await expect(page.locator('html')).toHaveAttribute('dir', dir)
    await expectAccessibleInBothSchemes(page, place.name)
  })
}

for (const { locale, dir } of languages) {
  test(`pages for anybody, ${locale}`, async ({ api, openBrowser }) => {
    const { page } = await openBrowser({ locale })
    for (const place of await publicPlaces(api)) await expectSound(page, place, dir)
  })

  for (const [what, places] of [
    ['pages for facilitators', facilitatorPlaces],
    ['the gallery of templates', galleryPlaces],
  ] as const) {
    test(`${what}, ${locale}`, async ({ api, openBrowser }) => {
      const english = await openBrowser()
      // An administrator has every page that a facilitator has, and the accounts.
      await signInFacilitator(api, english.page, { role: 'administrator' })
      const storageState = await english.context.storageState()
      const { page } = await openBrowser({ locale, storageState })
      for (const place of await places(api)) await expectSound(page, place, dir)
    })
  }
}

test('dialogs, menus and panels', async ({ api, openBrowser }) => {
  const { page } = await openBrowser()
  const expectSoundHere = (what: string) => expectAccessibleInBothSchemes(page, what)
  await signInFacilitator(api, page)
  await page.getByRole('button', { name: 'New pilot' }).click()
  await expectSoundHere('new pilot')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Account of Ana Vakatawa' }).click()
  await expectSoundHere('the account’s menu')

  const { id } = await api.createBoard()
  await page.goto(`/boards/${id}`)
  const board = new BoardPage(page)
  await board.expectOpen()
  await board.writeInList('Table 1', 'a note to edit')
  await expectSoundHere('the list of notes')
  await board.noteList.getByRole('button', { name: 'Edit: a note to edit' }).click()
  await expectSoundHere('editing in the list')
  await page.keyboard.press('Escape')
  await board.edit('a note to edit')
  await expectSoundHere('editing on the canvas')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^People/ }).click()
  await expectSoundHere('people')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByLabel('Link', { exact: true })).toBeVisible()
  await expectSoundHere('inviting')
})

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
