import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
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
    await signInFacilitator(api, english.page)
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
