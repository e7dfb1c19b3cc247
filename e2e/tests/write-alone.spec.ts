import type { Page } from '@playwright/test'
import type { SessionNow } from '#shared/http/sessions.ts'
import type { Step } from '#shared/session/session.ts'
import { type Api, createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { expectOnDevice } from '../fixtures/device-copy.ts'
import { expect, test } from '../fixtures/test.ts'
import { watchPage } from '../fixtures/watch-page.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

const zone = 'Idea gallery'
const text = { en: '' }
const aStep: Omit<Step, 'id'> = {
  ...{ title: { en: 'Gather' }, prompt: text, notes: text, zones: ['idea-gallery'], minutes: 0, mode: 'open' },
  ...{ tools: [], isKeptToZones: false, isAnonymous: false, feeds: [] },
}

/** People write alone in the first step and the third, by name and without; in the second they work together. */
async function prepareSession(api: Api, boardId: string) {
  const path = `/api/boards/${boardId}/session`
  let { session } = await api.request<SessionNow>('POST', path, {})
  let said = 0
  const say = async (command: object) => {
    said += 1
    const body = { key: `operator-${boardId}-${said}`, version: session.version, command }
    ;({ session } = await api.request<SessionNow>('POST', `${path}/commands`, body))
  }
  const steps = [{ mode: 'private' }, { mode: 'open' }, { mode: 'private', isAnonymous: true }, { mode: 'open' }]
  for (const [i, step] of steps.entries()) {
    const title = { en: step.mode === 'private' ? 'Think' : 'Gather' }
    await say({ type: 'add_step', step: { ...aStep, ...step, title }, afterId: session.plan.steps[i - 1]?.id ?? null })
  }
  await say({ type: 'start' })
  return { next: () => say({ type: 'next' }) }
}

/** Everything that comes over the page's sockets from now on. */
function listenTo(page: Page): Buffer[] {
  const frames: Buffer[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload as Buffer))),
  )
  return frames
}

test('what is written alone is seen by nobody, outlives line, tab and server, and is there for all when it is revealed', async ({
  openBrowser,
}) => {
  test.setTimeout(180_000)
  // Its own server: it is killed while people write.
  const server = await startAppServer()
  const api = createApi(server.origin)
  try {
    const { id } = await api.createBoard()
    const [guests, facilitators] = [await api.invite(id), await api.invite(id, 'facilitator')]
    const session = await prepareSession(api, id)
    const enter = async (name: string, code: string) => {
      const { page, context, watch } = await openBrowser({ origin: server.origin })
      const heard = listenTo(page)
      await new JoinPage(page).join(code, { name })
      const board = new BoardPage(page)
      await board.expectOpen()
      return { page, context, watch, board, heard }
    }
    const [fay, ana, ben] = [
      await enter('Fay', facilitators.code),
      await enter('Ana', guests.code),
      await enter('Ben', guests.code),
    ]
    let anas = ana.board

    await test.step('everybody is told who sees what she writes, and nobody else does', async () => {
      for (const { page } of [ana, ben]) {
        await expect(page.getByText('Only you see what you write. Later all see it, with your name.')).toBeVisible()
      }
      await ana.board.writeOnCanvas(zone, 'Xylophone ferry', { x: 0.2, y: 0.5 })
      await ben.board.writeOnCanvas(zone, 'Zanzibar clinic', { x: 0.2, y: 0.5 })
      await expect(ben.page.getByText('2 notes so far, 1 of them yours.')).toBeVisible()
      await expect(fay.board.zone(zone).locator('..').getByText('2 notes here')).toBeVisible()
      await expect(ben.board.note('Xylophone ferry')).toHaveCount(0)
      await expectAccessible(ana.page, 'a step of writing alone')
    })

    await test.step('without a line, with the tab closed, and with the server killed in between', async () => {
      await ana.context.setOffline(true)
      await server.kill()
      await ana.board.expectOffline()
      await ana.board.writeOnCanvas(zone, 'Quokka radio', { x: 0.4, y: 0.5 })
      await expect(ana.page.getByText('Offline, 1 change kept on this device').first()).toBeVisible()
      await expectOnDevice(ana.page, 'Quokka radio')
      await ana.page.close()
      await server.start()
      await ana.context.setOffline(false)
      const page = await ana.context.newPage()
      const watch = watchPage(page, server.origin)
      await page.goto(`/boards/${id}`)
      anas = new BoardPage(page)
      await anas.expectShown()
      await expect(anas.note('Quokka radio')).toBeVisible()
      await expect(anas.note('Xylophone ferry')).toBeVisible()
      await expect(page.getByText('3 notes so far, 2 of them yours.')).toBeVisible()
      await anas.expectBroughtTo(zone)
      watch.expectClean()
      const ids = await anas.canvas
        .locator('[data-shape-type="note"]')
        .evaluateAll((notes) => notes.map((note) => note.getAttribute('data-shape-id') ?? ''))
      expect(ids).toHaveLength(2)
      for (const { heard } of [fay, ben]) {
        const bytes = Buffer.concat(heard)
        expect(['Xylophone', 'Quokka', ...ids].filter((secret) => bytes.includes(secret))).toEqual([])
      }
    })

    await test.step('it is revealed, each under its author’s name', async () => {
      await session.next()
      await anas.select('Quokka radio')
      await anas.page.getByRole('button', { name: 'Reveal 1 selected' }).click()
      await expectAccessible(anas.page, 'revealing')
      await anas.page.getByRole('button', { name: 'Reveal to everybody' }).click()
      await expect(ben.board.note('Quokka radio')).toBeVisible()
      await expect(anas.note('Xylophone ferry')).toBeVisible()
      // What is searched for can be found.
      expect(Buffer.concat(ben.heard).includes('Quokka')).toBe(true)
      expect(Buffer.concat(ben.heard).includes('Xylophone')).toBe(false)
      expect(Buffer.concat(fay.heard).includes('Zanzibar')).toBe(false)
      await fay.page.getByRole('button', { name: 'Reveal all' }).click()
      await fay.page.getByRole('button', { name: 'Reveal to everybody' }).click()
      // First of all: it goes again after seconds.
      await expect(
        ben.page.getByText('What you wrote alone is on the board now, for all to see.', { exact: true }),
      ).toBeVisible()
      for (const board of [anas, ben.board, fay.board]) {
        for (const words of ['Xylophone ferry', 'Zanzibar clinic', 'Quokka radio']) {
          await expect(board.note(words)).toHaveCount(1)
        }
      }
      await expect(fay.page.getByRole('button', { name: 'Reveal all' })).toHaveCount(0)
    })

    await test.step('and without names, where that was said before', async () => {
      await session.next()
      await expect(ben.page.getByText(/nobody can tell who wrote what/)).toBeVisible()
      await ben.board.writeOnCanvas(zone, 'Walrus ledger', { x: 0.7, y: 0.3 })
      await expect(fay.page.getByText('1 note so far.')).toBeVisible()
      await session.next()
      await fay.page.getByRole('button', { name: 'Reveal all' }).click()
      await fay.page.getByRole('button', { name: 'Reveal to everybody' }).click()
      await expect(fay.board.note('Walrus ledger')).toBeVisible()
      const notes = (await api.readRecords(id)).filter(({ type }) => type === 'note')
      const authorOf = (words: string) => {
        const note = notes.find((record) => JSON.stringify(record).includes(words))
        return note && 'meta' in note ? note.meta : undefined
      }
      expect(authorOf('Zanzibar clinic')).toHaveProperty('by')
      expect(authorOf('Walrus ledger')).toEqual({})
    })
  } finally {
    await server.dispose()
  }
})
