import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Locator, type Page } from '@playwright/test'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { type LocalText, localise } from '#shared/board/local-text.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'
import { type Api, createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { joinAsPeer } from '../fixtures/board-peer.ts'
import { JoinPage } from '../pages/join-page.ts'
import { findChromium, howToGetChromium } from '../runner/find-chromium.mjs'
import { spreadNotes } from './spread-notes.ts'

/**
 * `npm run look:canvas -- journey-map persona`: each template as somebody sees it who has just joined the board, in
 * `test-results/look`: whole and empty, whole with thirty notes, every zone with its notes on a projector, and on a
 * phone; light in English and dark in Arabic; of a board with pages, each page. Run `npm run build` first.
 */
const folder = join(import.meta.dirname, '../../test-results/look')
const noteCount = 30
const looks = [
  { colorScheme: 'light', locale: 'en' },
  { colorScheme: 'dark', locale: 'ar' },
] as const
type Look = (typeof looks)[number]
const laptop = { width: 1_440, height: 900 }
const projector = { width: 1_920, height: 1_080 }
const phone = { width: 390, height: 844 }
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
/** The menu of zones and pages, and what shows all of one. */
const menus = {
  en: { open: /^(Zones|Page: .*)$/, whole: /^Show the whole (board|page)$/ },
  ar: { open: /^(المساحات|الصفحة: .*)$/, whole: /^عرض (اللوحة|الصفحة) كلها$/ },
} as const

const executablePath = findChromium(process.env)
if (!executablePath) throw new Error(howToGetChromium)
await mkdir(folder, { recursive: true })
const server = await startAppServer()
const browser = await chromium.launch({ executablePath, args })
try {
  const api = createApi(server.origin)
  for (const template of process.argv.slice(2)) {
    const board = await api.createBoard({ title: template, template })
    const { code } = await api.invite(board.id)
    const parts = partsOf(await api.readRecords(board.id))
    const views = []
    for (const look of looks) views.push({ look, page: await open(browser, code, look) })
    for (const { page, look } of views)
      for (const part of parts) {
        await showWhole(page, part, look)
        await shoot(page, `${template}-canvas${part.name}-empty`, look)
      }
    await writeNotes(api, board.id, code, noteCount * parts.length)
    for (const { page, look } of views) {
      for (const part of parts) await shootPart(page, `${template}-canvas${part.name}`, part, look)
      await page.context().close()
    }
  }
} finally {
  await browser.close()
  await server.dispose()
}

async function open(from: Browser, code: string, { colorScheme, locale }: Look): Promise<Page> {
  const context = await from.newContext({
    ...{ baseURL: server.origin, viewport: laptop, colorScheme },
    ...{ locale: 'en-GB', reducedMotion: 'reduce' },
  })
  const page = await context.newPage()
  await new JoinPage(page).join(code, { name: 'Ana Ravu', country: 'Fiji', organisation: 'Ministry of Energy' })
  await page.locator('[data-zone]').first().waitFor()
  if (locale === 'en') return page
  await page.evaluate(() => localStorage.setItem('tablecloth.language', 'ar'))
  await page.reload()
  await page.locator('[data-zone]').first().waitFor()
  return page
}

/** A page of the board with its zones' headings, or the whole board where it has no pages. */
type Part = { readonly name: string; readonly place?: number; readonly headings: readonly LocalText[] }

function partsOf(records: readonly BoardRecord[]): readonly Part[] {
  const zones = records.filter(isZone)
  const headingsOf = (of: readonly BoardRecord[]) => of.map(({ props }) => (props as ZoneProps).heading)
  const pages = records
    .filter(({ typeName }) => typeName === 'page')
    .toSorted((a, b) => (String(a.index) < String(b.index) ? -1 : 1))
  if (pages.length < 2) return [{ name: '', headings: headingsOf(zones) }]
  return pages.map(({ id }, place) => ({
    ...{ name: `-page-${place + 1}`, place },
    headings: headingsOf(zones.filter(({ parentId }) => parentId === id)),
  }))
}

/** What people write, by somebody without a browser. */
async function writeNotes(api: Api, boardId: string, code: string, count: number): Promise<void> {
  const { token } = await api.join(code, 'Writer')
  const peer = await joinAsPeer({ origin: server.origin, boardId, token })
  peer.write(spreadNotes(await api.readRecords(boardId), count))
  const isWritten = expect.poll(async () => (await api.readNotes(boardId)).length, { timeout: 60_000 })
  await isWritten.toBeGreaterThanOrEqual(count)
  peer.leave()
}

async function shootPart(page: Page, file: string, part: Part, look: Look): Promise<void> {
  await showWhole(page, part, look)
  await page.locator('[data-shape-type="note"]').first().waitFor()
  await shoot(page, `${file}-notes`, look)
  await page.setViewportSize(projector)
  for (const [i, heading] of part.headings.entries()) {
    await choose(page, look, (item) => item('menuitem', localise(heading, look.locale)))
    await shoot(page, `${file}-zone-${i + 1}`, look)
  }
  await page.setViewportSize(phone)
  await showWhole(page, part, look)
  await shoot(page, `${file}-phone`, look)
  await page.setViewportSize(laptop)
}

/** Again until it is: the canvas hears of a window's new size a moment later. */
async function showWhole(page: Page, { place }: Part, look: Look): Promise<void> {
  if (place !== undefined) await choose(page, look, (item) => item('menuitemradio').nth(place))
  await expect(async () => {
    await choose(page, look, (item) => item('menuitem', menus[look.locale].whole))
    const boxes = await page
      .locator('[data-zone]')
      .evaluateAll((zones) => zones.map((zone) => zone.getBoundingClientRect()))
    const { width, height } = page.viewportSize() ?? laptop
    const isWhole = boxes.every(
      ({ left, right, top, bottom }) => left >= 0 && right <= width && top >= 0 && bottom <= height,
    )
    expect(isWhole && boxes.every(({ width: w }) => w > 0)).toBe(true)
  }).toPass({ timeout: 20_000 })
}

type Items = (role: 'menuitem' | 'menuitemradio', name?: string | RegExp) => Locator

/** By the menu, as the view is kept at a new size, and a key is the canvas's only while that has the focus. */
async function choose(page: Page, { locale }: Look, which: (items: Items) => Locator): Promise<void> {
  await page.getByRole('button', { name: menus[locale].open }).click()
  const menu = page.getByRole('menu')
  await which((role, name) => menu.getByRole(role, name === undefined ? {} : { name, exact: true }))
    .first()
    .click()
  // Where a page is chosen it stays open.
  if (await menu.isVisible()) await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
}

async function shoot(page: Page, file: string, { colorScheme, locale }: Look): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.screenshot({ path: join(folder, `${file}-${colorScheme}-${locale}.png`) })
}
