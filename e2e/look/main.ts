import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { rootRecords, withRootRecords } from '#shared/board/new-board.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import { renderBoardPicture } from '#shared/picture/board-picture.ts'
import type { Scheme } from '#shared/picture/colours.ts'
import { templateRecords, templates } from '#shared/templates/index.ts'
import { findChromium, howToGetChromium } from '../runner/find-chromium.mjs'
import { fontFaces } from './font-faces.ts'
import { sampleBackgrounds } from './sample-backgrounds.ts'
import { spreadNotes } from './spread-notes.ts'

/**
 * `npm run look`: what every template looks like on a laptop's screen, empty and with thirty notes, in both schemes and
 * both languages, as PNG files in `test-results/look`; and every background in zones of several sizes. Words after it
 * keep to the files whose names hold one of them: `npm run look -- lean-canvas backgrounds`.
 */
const screen = { width: 1_440, height: 900 }
const noteCount = 30
const folder = join(import.meta.dirname, '../../test-results/look')
const wanted = process.argv.slice(2)

type Sight = { readonly name: string; readonly records: readonly BoardRecord[] }

const boards: Sight[] = [
  ...templates.flatMap((template) => byPage(template.id, withRootRecords(templateRecords(template)))),
  ...sampleBackgrounds().map(({ name, zones }) => ({
    name: `backgrounds-${name}`,
    records: [...rootRecords, ...zones],
  })),
]

/** A picture shows a board's first page: the others are looked at as boards of their own. */
function byPage(name: string, records: readonly BoardRecord[]): Sight[] {
  const pageIds = [...new Set(records.filter(isZone).map(({ parentId }) => parentId))]
  if (pageIds.length < 2) return [{ name, records }]
  return pageIds.map((pageId, i) => ({
    name: `${name}-${i + 1}`,
    records: records.filter((record) => !isZone(record) || record.parentId === pageId),
  }))
}

async function look(page: Page, { name, records }: Sight, scheme: Scheme, locale: string): Promise<void> {
  const drawn = renderBoardPicture(records, { scheme, locale, width: screen.width })
  await page.evaluate((svg) => {
    document.body.innerHTML = svg
    const picture = document.querySelector('svg')
    picture?.setAttribute('width', '100%')
    picture?.setAttribute('height', '100%')
  }, drawn)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, `${name}-${scheme}-${locale}.png`) })
}

const executablePath = findChromium(process.env)
if (!executablePath) throw new Error(howToGetChromium)
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({ viewport: screen })
  await page.setContent(`<style>${await fontFaces()} body { margin: 0; height: 100vh; overflow: hidden }</style>`)
  const sights = boards.flatMap((board) => [
    { ...board, name: `${board.name}-empty` },
    { ...board, name: `${board.name}-notes`, records: [...board.records, ...spreadNotes(board.records, noteCount)] },
  ])
  const names: string[] = []
  for (const sight of sights) {
    if (wanted.length > 0 && !wanted.some((word) => sight.name.includes(word))) continue
    for (const scheme of ['light', 'dark'] as const)
      for (const locale of ['en', 'ar']) await look(page, sight, scheme, locale)
    names.push(sight.name)
  }
  await writeFile(join(folder, 'names.txt'), `${names.join('\n')}\n`)
  process.stdout.write(`${names.length * 4} pictures in ${folder}\n`)
} finally {
  await browser.close()
}
