import { createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

test('two people typing in one note keep every word', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const boards = await Promise.all(
    ['Mele', 'Ratu'].map(async (name) => {
      const { page } = await openBrowser()
      await new JoinPage(page).join(code, { name })
      const board = new BoardPage(page)
      await board.expectOpen()
      return board
    }),
  )
  const [mele, ratu] = boards
  if (!mele || !ratu) throw new Error('two people are needed')
  await mele.writeOnCanvas('Table 1', 'middle')
  await expect(ratu.note('middle')).toBeVisible()

  await mele.edit('middle')
  await ratu.edit('middle')
  await expect(mele.canvas.getByText('Ratu is writing')).toBeVisible()
  await mele.page.keyboard.press('Home')
  await ratu.page.keyboard.press('End')
  await Promise.all([
    mele.page.keyboard.type('words before the ', { delay: 20 }),
    ratu.page.keyboard.type(' and words after it', { delay: 20 }),
  ])
  const whole = 'words before the middle and words after it'
  for (const board of boards) await expect(board.note(whole)).toBeVisible()
  await mele.page.keyboard.press('Escape')
  await ratu.page.keyboard.press('Escape')
  await expect.poll(() => api.readNotes(id)).toContain(whole)
})

test('every note, those in zones too, is reached, read and changed with the keyboard alone', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const { page } = await openBrowser()
  await new JoinPage(page).join(code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()

  await board.tabTo(page.getByRole('button', { name: 'Notes list' }))
  await page.keyboard.press('Enter')
  for (const [zone, text] of [
    ['Table 2', 'second'],
    ['Arrival map', 'first'],
  ] as const) {
    await board.tabTo(board.noteList.getByRole('button', { name: `Add a note to ${zone}` }))
    await page.keyboard.press('Enter')
    await page.keyboard.type(text)
    await page.keyboard.press('Control+Enter')
    await expect(board.note(text)).toBeVisible()
  }
  // Read in the order of the zones, not in that of writing.
  await expect(board.noteList.getByRole('listitem')).toContainText(['first', 'second'])

  await board.tabTo(board.noteList.getByRole('button', { name: 'Edit: second' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.type(' thought')
  await page.keyboard.press('Control+Enter')
  await expect(board.note('second thought')).toBeVisible()
  await expect.poll(() => api.readNotes(id)).toContain('second thought')

  // On the canvas itself: Tab goes from note to note through the zones.
  await board.tabTo(board.noteList.getByRole('button', { name: 'first', exact: true }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await board.expectTyping()
  await page.keyboard.type('!')
  await page.keyboard.press('Escape')
  await expect.poll(() => api.readNotes(id)).toContainEqual(expect.stringContaining('!'))
})

test('a phone joins and writes a note', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const { page } = await openBrowser({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await new JoinPage(page).join(code, { name: 'Mele', country: 'Tonga' })
  const board = new BoardPage(page)
  await board.expectShown()
  await board.expectSaved()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Notes list' }).click()
  await expect(board.noteList).toBeVisible()
  await board.writeInList('Parking lot', 'written with a thumb')
  await board.expectSaved()
  await expect.poll(() => api.readNotes(id)).toContain('written with a thumb')
  const long = 'Queues begin before the office opens, and whoever comes by boat arrives when the numbers are gone'
  await board.writeInList('Parking lot', long)
  const growthOf = async () => {
    const notes = (await api.readRecords(id)).filter(({ type }) => type === 'note')
    return notes.map(({ props }) => Number(props?.growY)).sort((a, b) => a - b)
  }
  await expect.poll(growthOf, 'the note grows with its words').toEqual([0, expect.any(Number)])
  expect((await growthOf())[1]).toBeGreaterThan(20)
  // Nothing sticks out to the side.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('what is written without the server is kept, said so, and saved when it is back', async ({ openBrowser }) => {
  const server = await startAppServer()
  try {
    const api = createApi(server.origin)
    const { id } = await api.createBoard()
    const { page } = await openBrowser({ origin: server.origin })
    await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
    const board = new BoardPage(page)
    await board.expectOpen()
    await server.kill()
    await board.expectOffline()
    await board.writeOnCanvas('Table 1', 'written on the ferry')
    await expect(page.getByText('Offline, 1 change kept on this device').first()).toBeVisible()
    await server.start()
    await board.expectSaved()
    await expect.poll(() => api.readNotes(id)).toContain('written on the ferry')
  } finally {
    await server.dispose()
  }
})

test('a participant moves notes but not zones; a facilitator moves both', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const zoneX = async () => (await api.readRecords(id)).find((record) => record.id === 'shape:zone-parking-lot')?.x
  const before = await zoneX()

  const guest = await openBrowser()
  await new JoinPage(guest.page).join((await api.invite(id)).code, { name: 'Mele' })
  const guestBoard = new BoardPage(guest.page)
  await guestBoard.expectOpen()
  await guestBoard.drag('Parking lot', { x: 0.5, y: 0.05 }, { x: 0.9, y: 0.4 })
  // A note proves that the drag has been dealt with before the zone is looked at.
  await guestBoard.writeOnCanvas('Table 1', 'after the drag')
  await guestBoard.expectSaved()
  expect(await zoneX()).toBe(before)

  const host = await openBrowser()
  await signInFacilitator(api, host.page)
  await host.page.goto(`/boards/${id}`)
  const hostBoard = new BoardPage(host.page)
  await hostBoard.expectOpen()
  await hostBoard.drag('Parking lot', { x: 0.5, y: 0.05 }, { x: 0.9, y: 0.4 })
  await expect.poll(zoneX).not.toBe(before)
})

test('a viewer sees everything and can write nothing', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const editor = await openBrowser()
  await new JoinPage(editor.page).join((await api.invite(id)).code, { name: 'Mele' })
  const editorBoard = new BoardPage(editor.page)
  await editorBoard.expectOpen()
  await editorBoard.writeOnCanvas('Table 1', 'to be read')

  const viewer = await openBrowser()
  await new JoinPage(viewer.page).join((await api.invite(id, 'viewer')).code, { name: 'Ratu' })
  const viewerBoard = new BoardPage(viewer.page)
  await viewerBoard.expectOpen()
  await expect(viewerBoard.note('to be read')).toBeVisible()
  await viewer.page.keyboard.press('n')
  const point = await viewerBoard.pointIn('Table 2', { x: 0.5, y: 0.5 })
  await viewer.page.mouse.click(point.x, point.y)
  await viewer.page.keyboard.type('not to be written')
  await viewerBoard.openNotes()
  await expect(viewerBoard.noteList.getByText('to be read')).toBeVisible()
  await expect(viewerBoard.noteList.getByRole('button', { name: /^Add|^Edit/ })).toHaveCount(0)
  expect(await api.readNotes(id)).toEqual(['to be read'])
})

test('pasted and dropped pictures go to the file store, a pasted link becomes a bookmark nobody fetches', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  const assets = async () => (await api.readRecords(id)).filter((record) => record.typeName === 'asset')

  await board.focusCanvas()
  await board.pastePicture('#0f6b6b')
  const sources = async () => (await assets()).map((asset) => asset.props?.src)
  await expect.poll(sources).toEqual([expect.stringMatching(stored)])
  await board.dropPicture('#a8324a', 'Table 2')
  await expect.poll(sources).toEqual([expect.stringMatching(stored), expect.stringMatching(stored)])
  // Shown from this server, by everybody.
  await expect.poll(() => board.shownPictures()).toBe(2)

  await board.pasteText('https://pacific.example/reports/2026')
  await expect(board.canvas.locator('[data-shape-type="bookmark"]')).toContainText('pacific.example')
})

const stored = /^asset:[a-f0-9]{64}\.png$/
