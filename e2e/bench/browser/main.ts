import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { build } from 'vite'
import { createApi } from '../../fixtures/api.ts'
import { startAppServer } from '../../fixtures/app-server.ts'
import { findChromium, howToGetChromium } from '../../runner/find-chromium.mjs'
import { crowdOf, cursorFrames, editFrames, sessionFrame } from './crowd.ts'
import { type Camera, type OpenPage, openOurs, openStock } from './open-pages.ts'
import { type SampleBoard, sampleBoard, withoutZones } from './sample-board.ts'
import { putOnServer, type ServerBoard } from './server-board.ts'
import { median, tableOf } from './table.ts'

/**
 * `npm run bench:browser`: the built board in a browser beside tldraw alone, with the same notes, in the same run. Give
 * it the number of rounds; three are what medians want. Run `npm run build` first.
 */
const root = join(import.meta.dirname, '../../..')
const rounds = Number(process.argv[2] ?? 3)
const ticksPerSecond = 60
const people = 100
const updatesPerSecond = 20
const frameMs = 4_000

type Frames = { readonly fps: number; readonly longestMs: number }
type Opening = { readonly firstNoteMs: number; readonly answeredMs: number }
type Round = Record<string, Frames | Opening>

async function untilAnswered({ page }: OpenPage): Promise<Opening> {
  await page.waitForFunction(() => window.probe?.opening.answeredMs !== undefined, undefined, { timeout: 90_000 })
  return page.evaluate(() => {
    const { firstNoteMs = 0, answeredMs = 0 } = window.probe.opening
    // Ours has its data with the last large message before the first note, tldraw alone with its mark.
    const mark = performance.getEntriesByName('data')[0]?.startTime
    const arrived = window.probe.messages.filter(({ bytes, atMs }) => bytes > 1_000 && atMs < firstNoteMs)
    const fromMs = mark ?? arrived.at(-1)?.atMs ?? 0
    return { firstNoteMs: firstNoteMs - fromMs, answeredMs: answeredMs - fromMs }
  })
}

async function play(opened: OpenPage, frames: readonly Uint8Array[], intervalMs: number): Promise<void> {
  const texts = frames.map((frame) => Buffer.from(frame).toString('base64'))
  await opened.page.evaluate(([list, every]) => window.probe.play(list, every), [texts, intervalMs] as const)
}

async function countFrames({ page }: OpenPage, isPanning: boolean): Promise<Frames> {
  return page.evaluate(([ms, pan]) => window.probe.countFrames(ms, pan), [frameMs, isPanning] as const)
}

async function letGo({ page }: OpenPage): Promise<void> {
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1_500)
}

async function showCrowd(opened: Awaited<ReturnType<typeof openOurs>>, bounds: SampleBoard['zoneBounds']) {
  await play(opened, [sessionFrame(opened.joined, crowdOf(people))], 50)
  await opened.page.getByText(`Person ${people}`, { exact: true }).waitFor({ state: 'attached' })
  await opened.page.evaluate(() => window.probe.stop())
  await play(opened, cursorFrames(people, updatesPerSecond, ticksPerSecond, 10, bounds), 1_000 / ticksPerSecond)
}

async function oneRound(browser: Browser, builtInto: string): Promise<Round> {
  const result: Round = {}
  const app = await startAppServer()
  const api = createApi(app.origin)
  const boards = new Map<number, ServerBoard>()
  for (const count of [1_000, 2_000, 5_000]) {
    boards.set(count, await putOnServer(api, app.origin, sampleBoard(count)))
  }
  const boardOf = (count: number) => {
    const board = boards.get(count)
    if (!board) throw new Error(`there is no board of ${count} notes`)
    return board
  }
  try {
    const sample = sampleBoard(2_000)
    const { x, y } = sample.zoneBounds
    const views: readonly [name: string, camera: Camera | undefined, bounds: SampleBoard['zoneBounds']][] = [
      ['fit', undefined, { x: 0, y: 0, w: 14_080, h: 5_800 }],
      ['zone', { x: 20 - x, y: -y, z: 0.85 }, sample.zoneBounds],
    ]
    for (const [view, camera, bounds] of views) {
      const stock = await openStock(browser, builtInto, withoutZones(sample), camera)
      await untilAnswered(stock)
      await letGo(stock)
      result[`stock ${view} still`] = await countFrames(stock, false)
      result[`stock ${view} moving`] = await countFrames(stock, true)
      await stock.close()
      const ours = await openOurs(browser, app.origin, boardOf(2_000).code, camera)
      await untilAnswered(ours)
      await showCrowd(ours, bounds)
      await letGo(ours)
      result[`ours ${view} still`] = await countFrames(ours, false)
      result[`ours ${view} moving`] = await countFrames(ours, true)
      await ours.close()
    }
    const edited = await openOurs(browser, app.origin, boardOf(1_000).code, undefined)
    result['ours opening 1000'] = await untilAnswered(edited)
    await play(
      edited,
      editFrames(boardOf(1_000).state, 20, updatesPerSecond, ticksPerSecond, 10),
      1_000 / ticksPerSecond,
    )
    await letGo(edited)
    result['ours editing'] = await countFrames(edited, false)
    await edited.close()
    const large = await openOurs(browser, app.origin, boardOf(5_000).code, undefined)
    result['ours opening 5000'] = await untilAnswered(large)
    await large.close()
    const stock = await openStock(browser, builtInto, withoutZones(sampleBoard(5_000)), undefined)
    result['stock opening 5000'] = await untilAnswered(stock)
    await stock.close()
  } finally {
    await app.dispose()
  }
  return result
}

const executablePath = findChromium(process.env)
if (!executablePath) throw new Error(howToGetChromium)
const builtInto = await mkdtemp(join(tmpdir(), 'tablecloth-stock-'))
await build({
  root: join(import.meta.dirname, 'stock'),
  logLevel: 'error',
  build: { outDir: builtInto, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
})
const results: Round[] = []
for (let round = 0; round < rounds; round += 1) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  })
  results.push(await oneRound(browser, builtInto))
  await browser.close()
}
await rm(builtInto, { recursive: true, force: true })

const names = Object.keys(results[0] ?? {})
const medians = Object.fromEntries(
  names.map((name) => {
    const measured = results.map((round) => round[name]).filter((value) => value !== undefined)
    const fields = Object.keys(measured[0] ?? {})
    const of = (field: string) => median(measured.map((value) => Number(Reflect.get(value, field))))
    return [name, Object.fromEntries(fields.map((field) => [field, of(field)]))]
  }),
)
const output = join(root, 'test-results/bench-browser.json')
await mkdir(dirname(output), { recursive: true })
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '' }
await writeFile(output, JSON.stringify({ date: new Date().toISOString(), machine, rounds: results, medians }, null, 2))
process.stdout.write(`${tableOf(medians)}\n${output}\n`)
