import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { type BoardPeer, joinAsPeer, moveCursors } from '../fixtures/board-peer.ts'
import { BoardPage } from '../pages/board-page.ts'
import { findChromium } from '../runner/find-chromium.mjs'
import { createDeviceLine, type DeviceLine, poorLine } from './device-line.ts'
import { type ShapingProxy, startShapingProxy } from './shaping-proxy.ts'

/**
 * `npm run bench:line`: a real browser on a line of 64 kbit/s, 600 ms and 2 % loss. Prints what a guest waits for, beside
 * what we promise. Options: `--seed=3 --people=50 --notes=5 --only=visit,notes`.
 */
const options = new Map(process.argv.slice(2).map((option) => option.replace(/^--/, '').split('=') as [string, string]))
const seed = Number(options.get('seed') ?? 1)
const people = Number(options.get('people') ?? 50)
const notes = Number(options.get('notes') ?? 5)
const parts = (options.get('only') ?? 'visit,return,notes').split(',')

type Row = { what: string; seconds: number; goal?: number; note?: string }
const rows: Row[] = []

function report(row: Row): void {
  rows.push(row)
  const { what, seconds, goal, note } = row
  const verdict = goal === undefined ? '' : seconds <= goal ? `  (goal ${goal}: met)` : `  (goal ${goal}: MISSED)`
  process.stdout.write(`${what.padEnd(58)} ${seconds.toFixed(1).padStart(6)} s${verdict}${note ? `  ${note}` : ''}\n`)
}

const server = await startAppServer()
const api = createApi(server.origin)
const board = await api.createBoard()
const { code } = await api.invite(board.id)
const isVisitMeasured = parts.includes('visit')
// Where only notes are measured, the board comes over a good line first.
const line = createDeviceLine(
  { ...poorLine, ...(isVisitMeasured ? {} : { downBitsPerS: 20e6, upBitsPerS: 20e6 }) },
  { seed },
)
const proxy = await startShapingProxy(server.origin, line)
const executablePath = findChromium(process.env)
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
})
try {
  const { context, url } = await measureVisit(browser, proxy, line)
  if (parts.includes('return')) await measureReturn(context, url, line)
  if (parts.includes('notes')) await measureNotes(context, url)
} finally {
  await browser.close()
  await proxy.close()
  await server.dispose()
}

async function measureVisit(browser: Browser, { origin }: ShapingProxy, { down, up }: DeviceLine) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  const requests = countRequests(page)
  const carried = () => `${kB(down.carriedBytes)} kB down, ${kB(up.carriedBytes)} kB up, ${requests.count} requests`
  const start = performance.now()
  await page.goto(`${origin}/join/${code}`, { waitUntil: 'commit', timeout: 60_000 })
  await page.getByLabel('Your name').waitFor({ timeout: 120_000 })
  report({ what: 'join form, first visit', seconds: since(start), goal: 25, note: carried() })
  await page.getByLabel('Your name').fill('Mele')
  const pressed = performance.now()
  await page.getByRole('button', { name: 'Join the board' }).click()
  await page.waitForURL(/\/boards\//, { timeout: 60_000 })
  report({ what: 'joined, after pressing at once', seconds: since(pressed), note: carried() })
  const seen = watchProgress(page)
  await new BoardPage(page).zone('Idea gallery').waitFor({ timeout: 240_000 })
  report({ what: 'board shown, first visit, after pressing', seconds: since(pressed), note: carried() })
  process.stdout.write(`  what was said meanwhile: ${[...(await seen.stop())].join(' | ')}\n`)
  return { context, url: page.url() }
}

async function measureReturn(context: BrowserContext, url: string, { down, up }: DeviceLine): Promise<void> {
  for (const page of context.pages()) await page.close()
  const page = await context.newPage()
  const requests = countRequests(page)
  const before = { down: down.carriedBytes, up: up.carriedBytes }
  const start = performance.now()
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 })
  await new BoardPage(page).zone('Idea gallery').waitFor({ timeout: 120_000 })
  const note = `${kB(down.carriedBytes - before.down)} kB down, ${kB(up.carriedBytes - before.up)} kB up, ${requests.count} requests`
  report({ what: 'board shown, code cached', seconds: since(start), goal: 10, note })
}

async function measureNotes(context: BrowserContext, url: string): Promise<void> {
  const page = context.pages()[0]
  if (!page) throw new Error('the board is not open')
  const start = performance.now()
  await page.getByText('Saved', { exact: true }).first().waitFor({ timeout: 60_000 })
  report({ what: 'what is shown is what the server has, after that', seconds: since(start) })
  line.down.bitsPerS = poorLine.downBitsPerS
  line.up.bitsPerS = poorLine.upBitsPerS
  const member = async (name: string) => {
    const { token } = await api.join(code, name)
    return { origin: server.origin, boardId: board.id, token }
  }
  const peer = await joinAsPeer(await member('Ana'))
  await noteBothWays(page, peer, 'nobody else moving')
  const members = await Promise.all(Array.from({ length: people }, (_, i) => member(`Guest ${i + 1}`)))
  const crowd = await moveCursors(members, { everyMs: 100 })
  // What a crowd does to a line shows only after a while.
  await page.waitForTimeout(10_000)
  const before = line.down.carriedBytes
  const from = performance.now()
  await noteBothWays(page, peer, `${people} moving their cursors`)
  const rate = (line.down.carriedBytes - before) / since(from) / 125
  process.stdout.write(`  the line carried ${rate.toFixed(0)} kbit/s down meanwhile\n`)
  crowd.stop()
  peer.leave()
  process.stdout.write(`  ${url}\n`)
}

async function noteBothWays(page: Page, peer: BoardPeer, when: string): Promise<void> {
  const boardPage = new BoardPage(page)
  await boardPage.openNotes()
  const out: number[] = []
  const back: number[] = []
  for (let i = 0; i < notes; i += 1) {
    const [mine, hers] = [`mine ${i} with ${when}`, `hers ${i} with ${when}`]
    const section = boardPage.noteList.getByRole('group', { name: 'Idea gallery', exact: true })
    await section.getByRole('button', { name: 'Add a note to Idea gallery' }).click()
    await section.getByRole('textbox').fill(mine)
    const start = performance.now()
    await section.getByRole('button', { name: 'Add a note', exact: true }).click()
    await peer.sees(mine)
    out.push(since(start))
    const written = performance.now()
    peer.writeNote(hers, { x: 200 * i, y: 1_200 })
    await boardPage.noteList.getByText(hers).waitFor({ timeout: 60_000, state: 'attached' })
    back.push(since(written))
  }
  for (const [way, times] of [
    ['her note reaches others', out],
    ['others’ note reaches her', back],
  ] as const) {
    const sorted = times.toSorted((a, b) => a - b)
    const note = `all: ${times.map((seconds) => seconds.toFixed(1)).join(' ')}`
    report({ what: `${way}, ${when} (median)`, seconds: sorted[Math.floor(sorted.length / 2)] ?? 0, goal: 2, note })
  }
}

function countRequests(page: Page): { count: number } {
  const counted = { count: 0 }
  const start = performance.now()
  page.on('request', () => {
    counted.count += 1
  })
  page.on('requestfinished', async (request) => {
    if (!options.has('requests')) return
    const endMs = performance.now() - start
    const { responseBodySize, responseHeadersSize, requestHeadersSize } = await request.sizes()
    const cached = request.timing().responseEnd < 0 || responseHeadersSize === 0 ? ' cached' : ''
    const sizes = [requestHeadersSize, responseHeadersSize, responseBodySize].map((bytes) => String(bytes).padStart(7))
    process.stdout.write(
      `  ${(endMs / 1_000).toFixed(1)} ${sizes.join(' ')} ${new URL(request.url()).pathname}${cached}\n`,
    )
  })
  return counted
}

/** What the page says of its progress, as a person reads it, until it is gone. */
function watchProgress(page: Page): { stop(): Promise<Set<string>> } {
  const said = new Set<string>()
  let isWatching = true
  const watching = (async () => {
    while (isWatching) {
      const words = await page.evaluate(
        () =>
          // How far the board is stands on the canvas once its bar is there, which says whether all is saved.
          (document.querySelector('[role="progressbar"]') ?? document.querySelector('[role="status"]'))?.parentElement
            ?.textContent ?? '',
      )
      if (words) said.add(words.trim())
      await page.waitForTimeout(500)
    }
  })().catch(() => undefined)
  return {
    async stop() {
      isWatching = false
      await watching
      return said
    },
  }
}

function since(start: number): number {
  return (performance.now() - start) / 1_000
}

function kB(bytes: number): string {
  return (bytes / 1_000).toFixed(0)
}
