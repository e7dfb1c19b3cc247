import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
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
 * phone; light in English and dark in Arabic. Run `npm run build` first.
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
const zonesMenu = { en: 'Zones', ar: 'المساحات' }

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
    const pages = await Promise.all(looks.map((look) => open(browser, code, look)))
    for (const [i, look] of looks.entries()) await shoot(pages[i], template, 'empty', look)
    const headings = await writeNotes(api, board.id, code)
    for (const [i, look] of looks.entries()) {
      const page = pages[i]
      if (!page) continue
      await page.locator('[data-shape-type="note"]').first().waitFor()
      await shoot(page, template, 'notes', look)
      await shootZones(page, template, headings, look)
      await page.setViewportSize(phone)
      await page.keyboard.press('Shift+1')
      await shoot(page, template, 'phone', look)
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
  // The view is kept as it was, and the tools lie on the other side now.
  await page.getByRole('button', { name: zonesMenu.ar, exact: true }).click()
  await page.getByRole('menuitem', { name: 'عرض اللوحة كلها' }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  return page
}

/** What people write, by somebody without a browser. @returns the headings of the zones that there are. */
async function writeNotes(api: Api, boardId: string, code: string): Promise<readonly LocalText[]> {
  const { token } = await api.join(code, 'Writer')
  const peer = await joinAsPeer({ origin: server.origin, boardId, token })
  const records: readonly BoardRecord[] = await api.readRecords(boardId)
  peer.write(spreadNotes(records, noteCount))
  while ((await api.readNotes(boardId)).length < noteCount) await new Promise((resolve) => setTimeout(resolve, 100))
  peer.leave()
  return records.filter(isZone).map(({ props }) => (props as ZoneProps).heading)
}

async function shootZones(page: Page, template: string, headings: readonly LocalText[], look: Look): Promise<void> {
  await page.setViewportSize(projector)
  for (const [i, heading] of headings.entries()) {
    await page.getByRole('button', { name: zonesMenu[look.locale], exact: true }).click()
    await page
      .getByRole('menuitem', { name: localise(heading, look.locale), exact: true })
      .first()
      .click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await shoot(page, template, `zone-${i + 1}`, look)
  }
}

async function shoot(page: Page | undefined, template: string, what: string, { colorScheme, locale }: Look) {
  await page?.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page?.screenshot({ path: join(folder, `${template}-canvas-${what}-${colorScheme}-${locale}.png`) })
}
