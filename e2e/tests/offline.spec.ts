import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import type { Role } from '#shared/protocol/messages.ts'
import { createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { expectOnDevice } from '../fixtures/device-copy.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { watchPage } from '../fixtures/watch-page.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

const withWorker = { serviceWorkers: 'allow' } as const

/** Until the browser has what it takes to open the board again by itself. */
async function expectKeptForLater(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => (await caches.match('/')) !== undefined && navigator.serviceWorker.controller !== null),
    )
    .toBe(true)
  const boardId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect
    .poll(() => page.evaluate(async (id) => (await caches.match(`/api/boards/${id}`)) !== undefined, boardId))
    .toBe(true)
}

async function openAgain(context: BrowserContext, boardId: string, origin: string) {
  const page = await context.newPage()
  const watch = watchPage(page, origin)
  await page.goto(`/boards/${boardId}`)
  const board = new BoardPage(page)
  await board.expectShown()
  return { page, watch, board }
}

test('what is written without a line survives the tab, is there when it opens again without one, and merges on return', async ({
  app,
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const ferry = await openBrowser(withWorker)
  await new JoinPage(ferry.page).join(code, { name: 'Mele' })
  const before = new BoardPage(ferry.page)
  await before.expectOpen()
  await before.writeOnCanvas('Table 1', 'written ashore')
  await before.expectSaved()
  await expectKeptForLater(ferry.page)

  // The line dies without a word, and the tab is closed before anybody notices.
  await ferry.context.setOffline(true)
  await before.writeOnCanvas('Table 2', 'written on the ferry')
  await expectOnDevice(ferry.page, 'written on the ferry')
  await ferry.page.close()

  const again = await openAgain(ferry.context, id, app.origin)
  await expect(again.board.note('written ashore')).toBeVisible()
  await expect(again.board.note('written on the ferry')).toBeVisible()
  await expect(again.page.getByText('Offline, 1 change kept on this device').first()).toBeVisible()
  await again.board.writeOnCanvas('Table 3', 'written in the second visit')
  await expect(again.page.getByText('Offline, 2 changes kept on this device').first()).toBeVisible()

  const ashore = await openBrowser()
  await new JoinPage(ashore.page).join(code, { name: 'Ratu' })
  const other = new BoardPage(ashore.page)
  await other.expectOpen()
  await other.writeOnCanvas('Table 4', 'written meanwhile')

  await ferry.context.setOffline(false)
  await again.board.expectSaved()
  await expect(again.board.note('written meanwhile')).toBeVisible()
  await expect(other.note('written on the ferry')).toBeVisible()
  await expect(other.note('written in the second visit')).toBeVisible()
  expect((await api.readNotes(id)).toSorted()).toEqual(
    ['written ashore', 'written meanwhile', 'written in the second visit', 'written on the ferry'].toSorted(),
  )
  again.watch.expectClean()
})

test('two tabs of one board without a line both keep what is written in them', async ({ app, api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { context, page } = await openBrowser(withWorker)
  await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
  const first = new BoardPage(page)
  await first.expectOpen()
  await expectKeptForLater(page)
  const second = await openAgain(context, id, app.origin)
  await second.board.expectOpen()

  await context.setOffline(true)
  await first.expectOffline()
  await second.board.expectOffline()
  await second.board.writeOnCanvas('Table 1', 'in the second tab')
  await page.bringToFront()
  await first.writeOnCanvas('Table 2', 'in the first tab')
  await expect(page.getByText('Offline, 1 change kept on this device').first()).toBeVisible()
  await page.close()
  await second.page.close()

  const third = await openAgain(context, id, app.origin)
  await expect(third.page.getByText('Offline, 2 changes kept on this device').first()).toBeVisible()
  await context.setOffline(false)
  await third.board.expectSaved()
  expect((await api.readNotes(id)).toSorted()).toEqual(['in the first tab', 'in the second tab'])
})

test('what a restored board does not have is kept aside, and put back by hand', async ({ openBrowser }) => {
  const server = await startAppServer()
  try {
    const api = createApi(server.origin)
    const { id } = await api.createBoard()
    const checkpoint = await api.request<{ id: string }>('POST', `/api/boards/${id}/checkpoints`, { title: 'Morning' })
    const { page } = await openBrowser({ origin: server.origin })
    await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
    const board = new BoardPage(page)
    await board.expectOpen()
    await board.writeOnCanvas('Table 3', 'saved, and undone')
    await board.expectSaved()

    await page.context().setOffline(true)
    await board.expectOffline()
    await board.writeOnCanvas('Table 1', 'first thought')
    await board.writeOnCanvas('Table 2', 'second thought')
    await expect(page.getByText('Offline, 2 changes kept on this device').first()).toBeVisible()
    await api.request('POST', `/api/boards/${id}/checkpoints/${checkpoint.id}/restore`)
    await page.context().setOffline(false)

    await expect(page.getByText(/Morning.*2 changes of yours were kept aside/).first()).toBeVisible()
    await board.expectOpen()
    await expect(board.note('saved, and undone')).toHaveCount(0)
    await expect(board.note('first thought')).toHaveCount(0)
    await page.getByRole('button', { name: '2 kept aside' }).click()
    const panel = page.getByRole('complementary', { name: 'Kept aside' })
    await panel.getByRole('button', { name: 'Put on the board: first thought' }).click()
    await expect(board.note('first thought')).toBeVisible()
    await board.expectSaved()
    await expect.poll(() => api.readNotes(id)).toEqual(['first thought'])

    await panel.getByRole('button', { name: 'Throw away: second thought' }).click()
    await expect(panel.getByText('Nothing is kept aside.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(panel.getByText('second thought')).toBeVisible()
    // Still there in the next visit.
    await page.reload()
    await expect(page.getByRole('button', { name: '1 kept aside' })).toBeVisible()
  } finally {
    await server.dispose()
  }
})

test('a board that is forgotten leaves nothing on the device', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser(withWorker)
  await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  await board.writeOnCanvas('Table 1', 'not for the next person')
  await board.expectSaved()
  await expectKeptForLater(page)

  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Forget this board on this device' }).click()
  await page.getByRole('button', { name: 'Forget board' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/boards/'))
  await expect.poll(() => page.evaluate(listKept)).toEqual([])
})

test('signing out leaves nothing of any board, nor of who was signed in', async ({ api, openBrowser }) => {
  const { id, pilotId } = await api.createBoard()
  const { page } = await openBrowser(withWorker)
  await signInFacilitator(api, page)
  await page.goto(`/boards/${id}`)
  const board = new BoardPage(page)
  await board.expectOpen()
  await board.writeOnCanvas('Table 1', 'not for the next person')
  await board.expectSaved()
  await expectKeptForLater(page)
  expect(await page.evaluate(listKept)).not.toEqual([])
  // Else signing out would ask whether to lose it.
  await expect.poll(() => page.evaluate(countUnsaved, id)).toBe(0)
  await page.goto(`/pilots/${pilotId}`)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await expect.poll(() => page.evaluate(listKept)).toEqual([])
})

test('more than a board takes is kept aside, and said why', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  // It may be gone again before it can be seen.
  await board.fillInList('Table 1', `${'too much '.repeat(30_000)}`.trim())
  await page.getByRole('button', { name: '1 kept aside' }).click()
  const panel = page.getByRole('complementary', { name: 'Kept aside' })
  await expect(panel.getByText('It was more than the board takes.')).toBeVisible()
  await expectAccessible(page, 'what was kept aside')
  expect(await api.readNotes(id)).toEqual([])
})

test('who may do less by the time there is a line keeps aside what is not hers to do any more, and no more than that', async ({
  app,
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  await new JoinPage(page).join((await api.invite(id, 'facilitator')).code, { name: 'Ana' })
  const board = new BoardPage(page)
  await board.expectOpen()
  const comeBackAs = async (role: Role) => {
    const db = new Sqlite(join(app.dataDir, 'tablecloth.sqlite'))
    db.prepare('UPDATE participant SET role = ? WHERE board_id = ?').run(role, id)
    db.close()
    await app.start()
  }
  const panel = page.getByRole('complementary', { name: 'Kept aside' })
  // The form of zones comes once the board has nothing better to do.
  const fetched = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(' '),
    )
  for (const part of ['/ZoneDialog-', '/zones-']) await expect.poll(fetched).toContain(part)

  await app.kill()
  await board.expectOffline()
  const { x, y, height } = (await board.zone('Parking lot').boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await page.mouse.dblclick(x + 10, y + height / 2)
  const form = page.getByRole('dialog', { name: 'Edit zone' })
  await form.getByLabel('Name', { exact: true }).fill('Car park')
  await form.getByRole('button', { name: 'Save zone' }).click()
  await board.writeInList('Table 1', 'hers to write')
  await comeBackAs('editor')
  await expect.poll(() => api.readNotes(id)).toEqual(['hers to write'])
  await page.getByRole('button', { name: '1 kept aside' }).click()
  await expect(panel.getByText('Only facilitators can change zones.')).toBeVisible()

  await app.kill()
  await board.expectOffline()
  await board.writeInList('Table 1', 'not hers any more')
  await comeBackAs('viewer')
  await page.getByRole('button', { name: '2 kept aside' }).click()
  await expect(panel.getByText('not hers any more')).toBeVisible()
  await expect(panel.getByText('You were only viewing the board when this arrived.')).toBeVisible()
  expect(await api.readNotes(id)).toEqual(['hers to write'])
})

test('who was sent away meanwhile still reads, and takes along, what the board did not get', async ({
  app,
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  await app.kill()
  await board.expectOffline()
  await board.writeInList('Table 1', 'a thought for later')

  const db = new Sqlite(join(app.dataDir, 'tablecloth.sqlite'))
  db.prepare('UPDATE participant SET removed_at_ms = ? WHERE board_id = ?').run(Date.now(), id)
  db.close()
  await app.start()

  await expect(page.getByRole('heading', { name: 'You were removed from this board' })).toBeVisible()
  const aside = page.getByRole('region', { name: 'Kept aside' })
  await expect(aside.getByText('a thought for later')).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await aside.getByRole('button', { name: 'Copy the words' }).click()
  await expect(aside.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('a thought for later')
  await expectAccessible(page, 'the page of somebody who was sent away')
})

test('where no page can be opened without a line, it says so, and keeps what is written all the same', async ({
  openBrowser,
}) => {
  const server = await startAppServer()
  try {
    const api = createApi(server.origin)
    const { id } = await api.createBoard()
    const { page } = await openBrowser({ origin: server.origin, ...withWorker })
    // As on http://<an address of the room's network>, which a test cannot count on to have.
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { get: () => false }))
    await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
    const board = new BoardPage(page)
    await board.expectOpen()
    await server.kill()
    await board.expectOffline()
    await board.writeOnCanvas('Table 1', 'written in the room')
    await page.getByRole('button', { name: 'Offline, 1 change kept on this device' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('This address is not secure (http)')).toBeVisible()
    await expectAccessible(page, 'what being offline means')
    await page.keyboard.press('Escape')
    await server.start()
    await board.expectSaved()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  } finally {
    await server.dispose()
  }
})

test('a browser that keeps nothing says what closing the tab would cost', async ({ openBrowser }) => {
  const server = await startAppServer()
  try {
    const api = createApi(server.origin)
    const { id } = await api.createBoard()
    const { page } = await openBrowser({ origin: server.origin })
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied it', 'SecurityError')
      }
    })
    await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
    const board = new BoardPage(page)
    await board.expectOpen()
    await server.kill()
    await board.expectOffline()
    await board.writeOnCanvas('Table 1', 'written in a private window')
    await expect(page.getByText('Offline, 1 change would be lost with this tab').first()).toBeVisible()
    await server.start()
    await board.expectSaved()
    await expect.poll(() => api.readNotes(id)).toEqual(['written in a private window'])
  } finally {
    await server.dispose()
  }
})

/** What a browser keeps that could say something of a board. */
async function listKept(): Promise<string[]> {
  const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`)
  const cached: string[] = []
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url)
      const isPublic =
        pathname.startsWith('/assets/') || ['/', '/boot.js', '/icon.svg', '/api/settings'].includes(pathname)
      const isNobody = pathname === '/api/me' && (await (await cache.match(request))?.json())?.account === null
      if (!isPublic && !isNobody) cached.push(`cached ${pathname}`)
    }
  }
  const listed = Object.keys(localStorage).filter((key) => key.startsWith('tablecloth.board.'))
  return [...databases, ...cached, ...listed]
}

/** How many changes the device has noted as not saved. */
async function countUnsaved(boardId: string): Promise<number> {
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await answerOf(indexedDB.open(`tablecloth-board-${boardId}`))
  const count = await answerOf(database.transaction('journal').objectStore('journal').count())
  database.close()
  return count
}
