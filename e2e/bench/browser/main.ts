import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { build } from 'vite'
import { type Api, createApi } from '../../fixtures/api.ts'
import { startAppServer } from '../../fixtures/app-server.ts'
import { findChromium, howToGetChromium } from '../../runner/find-chromium.mjs'
import { crowdOf, cursorFrames, editFrames, sessionFrame } from './crowd.ts'
import { type Camera, type OpenPage, openOurs, openStock } from './open-pages.ts'
import { type SampleBoard, sampleBoard, withoutZones } from './sample-board.ts'
import { putOnServer } from './server-board.ts'
import { median, tableOf } from './table.ts'

/**
 * `npm run bench:browser`: the built board in a browser beside tldraw alone, with the same notes, in the same run. Give
 * it the number of rounds (three are what medians want) and, for less than the whole, names of parts. Run `npm run build`
 * first.
 */
const root = join(import.meta.dirname, '../../..')
const [roundsAsked = '3', ...partsAsked] = process.argv.slice(2)
const rounds = Number(roundsAsked)
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

type Stage = { readonly browser: Browser; readonly builtInto: string; readonly origin: string; readonly api: Api }

async function framesOf(stage: Stage, view: 'fit' | 'zone'): Promise<Round> {
  const { browser, builtInto, origin, api } = stage
  const sample = sampleBoard(2_000)
  const { x, y } = sample.zoneBounds
  const camera: Camera | undefined = view === 'zone' ? { x: 20 - x, y: -y, z: 0.85 } : undefined
  const bounds = view === 'zone' ? sample.zoneBounds : { x: 0, y: 0, w: 14_080, h: 5_800 }
  const { code } = await putOnServer(api, origin, sample)
  const result: Round = {}
  const stock = await openStock(browser, builtInto, withoutZones(sample), camera)
  await untilAnswered(stock)
  await letGo(stock)
  result[`stock ${view} still`] = await countFrames(stock, false)
  result[`stock ${view} moving`] = await countFrames(stock, true)
  await stock.close()
  const ours = await openOurs(browser, origin, code, camera)
  await untilAnswered(ours)
  await showCrowd(ours, bounds)
  await letGo(ours)
  result[`ours ${view} still`] = await countFrames(ours, false)
  result[`ours ${view} moving`] = await countFrames(ours, true)
  await ours.close()
  return result
}

async function editing({ browser, origin, api }: Stage): Promise<Round> {
  const { code, state } = await putOnServer(api, origin, sampleBoard(1_000))
  const edited = await openOurs(browser, origin, code, undefined)
  const opening = await untilAnswered(edited)
  const frames = editFrames(state, 20, updatesPerSecond, ticksPerSecond, 10)
  await play(edited, frames, 1_000 / ticksPerSecond)
  await letGo(edited)
  const result = { 'ours opening 1000': opening, 'ours editing': await countFrames(edited, false) }
  await edited.close()
  return result
}

async function opening({ browser, builtInto, origin, api }: Stage): Promise<Round> {
  const sample = sampleBoard(5_000)
  const { code } = await putOnServer(api, origin, sample)
  const ours = await openOurs(browser, origin, code, undefined)
  const answered = await untilAnswered(ours)
  await ours.close()
  const stock = await openStock(browser, builtInto, withoutZones(sample), undefined)
  const result = { 'ours opening 5000': answered, 'stock opening 5000': await untilAnswered(stock) }
  await stock.close()
  return result
}

const parts: Readonly<Record<string, (stage: Stage) => Promise<Round>>> = {
  fit: (stage) => framesOf(stage, 'fit'),
  zone: (stage) => framesOf(stage, 'zone'),
  editing,
  opening,
}

async function oneRound(browser: Browser, builtInto: string): Promise<Round> {
  const app = await startAppServer()
  const stage = { browser, builtInto, origin: app.origin, api: createApi(app.origin) }
  let result: Round = {}
  try {
    for (const run of chosen) result = { ...result, ...(await run(stage)) }
  } finally {
    await app.dispose()
  }
  return result
}

const chosen = Object.entries(parts).flatMap(([name, run]) =>
  partsAsked.length === 0 || partsAsked.includes(name) ? [run] : [],
)
if (chosen.length === 0) throw new Error(`the parts are ${Object.keys(parts).join(', ')}`)
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
