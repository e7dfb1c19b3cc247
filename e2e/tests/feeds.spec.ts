import { adminToken } from '../fixtures/app-server.ts'
import { joinAsPeer } from '../fixtures/board-peer.ts'
import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'

const asked = ['How might we warn fishers of storms?', 'How might we reach the outer islands?']

test('notes of one board are brought into the next one of the pilot, and lead back', async ({
  app,
  api,
  openBrowser,
}) => {
  const { id: pilotId } = await api.createPilot('Storm warnings')
  const hmw = await api.createBoard({ pilotId, title: 'HMW in Suva', template: 'how-might-we' })
  const monday = await api.createBoard({ pilotId, title: 'Sprint Monday', template: 'design-sprint-monday-map' })
  const peer = await joinAsPeer({ origin: app.origin, boardId: hmw.id, token: adminToken })
  for (const [i, text] of asked.entries())
    peer.writeNote(text, { x: 80 + i * 300, y: 400, parentId: 'shape:zone-chosen' })
  await expect.poll(async () => (await api.readNotes(hmw.id)).length).toBe(asked.length)
  peer.leave()

  const { page } = await openBrowser()
  await signInFacilitator(api, page)
  await page.goto(`/boards/${monday.id}`)
  const board = new BoardPage(page)
  await board.expectShown()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Bring in from another board' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in from another board' })
  await expect(dialog.getByRole('radio', { name: 'HMW in Suva' })).toBeChecked()
  await expect(dialog.getByText('Meant for this board')).toContainText('2 items')
  // Nothing has votes, so nothing is said of their order.
  await expect(dialog.getByRole('status').filter({ hasText: /^2 items$/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Choose all' }).click()
  await expectAccessible(page, 'bringing in')
  await dialog.getByRole('button', { name: 'Bring in 2' }).click()
  await expect(page.getByText('2 brought into').first()).toBeVisible()
  await expect.poll(async () => (await api.readNotes(monday.id)).toSorted()).toEqual(asked.toSorted())

  await page.getByRole('button', { name: 'Notes list' }).click()
  await page.getByRole('link', { name: 'From HMW in Suva' }).first().click()
  await expect(page.getByRole('heading', { name: 'HMW in Suva' })).toBeVisible()
  await board.expectShown()
  await expect(page).toHaveURL(new RegExp(`/boards/${hmw.id}$`))
})
