import type { Page, WebSocket } from '@playwright/test'
import { MessageType } from '#shared/protocol/message-types.ts'
import type { Api } from '../fixtures/api.ts'
import { countPointers, joinAsPeer, moveCursors } from '../fixtures/board-peer.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { createDeviceLine, type DeviceLine, poorLine } from '../line/device-line.ts'
import { type ShapingProxy, startShapingProxy } from '../line/shaping-proxy.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

/** As little as takes a spec seconds, not minutes; `npm run bench:line` has the real one. */
const lineOfSpecs = { ...poorLine, downBitsPerS: 2_000_000, upBitsPerS: 500_000, roundTripMs: 40, lossShare: 0.01 }

const test = base.extend<{ line: DeviceLine; shaped: ShapingProxy }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  line: async ({}, use) => use(createDeviceLine(lineOfSpecs, { seed: 7 })),
  shaped: async ({ app, line }, use) => {
    const proxy = await startShapingProxy(app.origin, line)
    await use(proxy)
    await proxy.close()
  },
})

async function createInvited(api: Api): Promise<{ boardId: string; code: string }> {
  const board = await api.createBoard()
  const { code } = await api.invite(board.id)
  return { boardId: board.id, code }
}

/** Every amount that a progress bar says, in the order in which it says it. */
async function recordAmounts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const amounts: string[] = []
    Object.assign(globalThis, { amounts })
    const look = () => {
      const amount = document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuetext')
      if (amount && amounts.at(-1) !== amount) amounts.push(amount)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'amounts') as string[])
}

/** Bytes of pointers that the page has been sent. */
function countPagePointers(page: Page): { bytes: number } {
  const counted = { bytes: 0 }
  page.on('websocket', (socket: WebSocket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === MessageType.cursors) counted.bytes += payload.byteLength
    }),
  )
  return counted
}

test('the join form is there before anything of the board is asked for, in a handful of requests, without letters', async ({
  api,
  shaped,
  openBrowser,
}) => {
  const { code } = await createInvited(api)
  const { page } = await openBrowser({ origin: shaped.origin })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.addInitScript(() => {
    // Noted when the form appears, not when this process hears of it.
    new MutationObserver(() => {
      if (!document.querySelector('form')) return
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      Object.assign(globalThis, { loadedForTheForm: Reflect.get(globalThis, 'loadedForTheForm') ?? loaded })
    }).observe(document, { subtree: true, childList: true })
  })
  await page.goto(`/join/${code}`)
  await expect(page.getByLabel('Your name')).toBeVisible()
  const loaded = await page.evaluate(() => Reflect.get(globalThis, 'loadedForTheForm') as string[])
  expect(loaded.length).toBeGreaterThan(2)
  // The runtime, the start with its styles, the words, what one is invited to and the icon.
  expect(loaded.length, loaded.join('\n')).toBeLessThanOrEqual(6)
  expect(loaded.filter((name) => /BoardPage|BoardCanvas|\.woff2/.test(name))).toEqual([])
  // The menu comes with the first tap, and is open then.
  await page.getByRole('button', { name: 'Language and colours' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'العربية' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Language and colours' })).toBeFocused()
  // While the name is typed, the board's code comes.
  await expect.poll(() => asked.some((path) => path.includes('BoardCanvas'))).toBe(true)
})

test('a board on its way says how many kB of how many are here, and opens', async ({ api, shaped, openBrowser }) => {
  const { code } = await createInvited(api)
  const { page } = await openBrowser({ origin: shaped.origin })
  const readAmounts = await recordAmounts(page)
  await new JoinPage(page).join(code, { name: 'Mele' })
  await new BoardPage(page).expectOpen()
  const amounts = await readAmounts()
  const pairs = amounts.flatMap((amount) => {
    const [, received, total] = /^(\d+) of (\d+) kB$/.exec(amount) ?? []
    return received && total ? [{ received: Number(received), total: Number(total) }] : []
  })
  const ofCode = pairs.filter(({ total }) => total === pairs[0]?.total)
  // A busy machine draws few of them.
  expect(ofCode.length).toBeGreaterThan(2)
  expect(ofCode[0]?.total).toBeGreaterThan(300)
  const received = ofCode.map((pair) => pair.received)
  expect(received).toEqual(received.toSorted((a, b) => a - b))
})

test('saving data is a choice in the menu that stops pointers and waits with pictures', async ({
  app,
  api,
  openBrowser,
}) => {
  const { boardId, code } = await createInvited(api)
  const facilitator = await openBrowser()
  await new JoinPage(facilitator.page).join(code, { name: 'Ana' })
  const hers = new BoardPage(facilitator.page)
  await hers.expectOpen()
  await hers.focusCanvas()
  await hers.pastePicture('teal')
  await expect.poll(() => hers.shownPictures()).toBe(1)

  const { page } = await openBrowser()
  const pagePointers = countPagePointers(page)
  await page.addInitScript(() => localStorage.setItem('tablecloth.save-data', 'on'))
  const pictures: string[] = []
  page.on('request', (request) => {
    if (/\/files\//.test(request.url())) pictures.push(request.url())
  })
  await new JoinPage(page).join(code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  await expect(page.getByText('Saving data', { exact: true })).toBeVisible()

  const load = page.getByRole('button', { name: /^Load picture \(\d+ kB\)$/ })
  await expect(load).toBeAttached()
  expect(pictures).toEqual([])

  const member = async (name: string) => ({
    ...{ origin: app.origin, boardId },
    token: (await api.join(code, name)).token,
  })
  const counter = await countPointers(await member('Tomasi'))
  const before = pagePointers.bytes
  const crowd = await moveCursors([await member('Sina')], { everyMs: 20 })
  await expect.poll(() => counter.bytes).toBeGreaterThan(1_000)
  expect(pagePointers.bytes).toBe(before)

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Load the pictures' }).click()
  await expect.poll(() => board.shownPictures()).toBe(1)

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const choice = page.getByRole('menuitemcheckbox', { name: /^Save data/ })
  await expect(choice).toBeChecked()
  await choice.click()
  await expect(choice).not.toBeChecked()
  await expect.poll(() => pagePointers.bytes).toBeGreaterThan(before)
  await expect(page.getByText('Saving data', { exact: true })).toBeHidden()
  crowd.stop()
  counter.leave()
})

test('a line that goes and comes back says so once, in its place, and nothing that was written is lost', async ({
  api,
  app,
  line,
  shaped,
  openBrowser,
}) => {
  const { boardId, code } = await createInvited(api)
  const { page } = await openBrowser({ origin: shaped.origin })
  await new JoinPage(page).join(code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  const { token } = await api.join(code, 'Ana')
  const peer = await joinAsPeer({ origin: app.origin, boardId, token })
  line.fail()
  shaped.drop()
  await board.expectOffline()
  await board.writeInList('Idea gallery', 'written without a line')
  await expect(page.getByRole('region', { name: /^Notices/ }).getByRole('listitem')).toHaveCount(0)
  line.restore()
  await peer.sees('written without a line')
  await board.expectSaved()
  peer.leave()
})
