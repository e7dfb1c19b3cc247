import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { JoinPage } from '../pages/join-page.ts'
import { findChromium, howToGetChromium } from '../runner/find-chromium.mjs'

/**
 * `npm run look:canvas -- design-sprint-friday-test journey-map`: the same templates as somebody sees them who has just
 * joined the board, each once light in English and once dark in Arabic. Run `npm run build` first.
 */
const folder = join(import.meta.dirname, '../../test-results/look')
const looks = [
  { colorScheme: 'light', locale: 'en' },
  { colorScheme: 'dark', locale: 'ar' },
] as const
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

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
    for (const { colorScheme, locale } of looks) {
      const context = await browser.newContext({
        ...{ baseURL: server.origin, viewport: { width: 1_440, height: 900 }, colorScheme },
        ...{ locale: 'en-GB', reducedMotion: 'reduce' },
      })
      const page = await context.newPage()
      const guest = { name: 'Ana Ravu', country: 'Fiji', organisation: 'Ministry of Energy' }
      await new JoinPage(page).join(code, guest)
      await page.locator('[data-zone]').first().waitFor()
      if (locale === 'ar') await page.evaluate(() => localStorage.setItem('tablecloth.language', 'ar'))
      if (locale === 'ar') await page.reload()
      await page.locator('[data-zone]').first().waitFor()
      await page.screenshot({ path: join(folder, `${template}-canvas-${colorScheme}-${locale}.png`) })
      await context.close()
    }
  }
} finally {
  await browser.close()
  await server.dispose()
}
