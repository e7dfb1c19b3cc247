import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

test('what of the page cannot be fetched is said and comes later, and the board stays in use meanwhile', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  await new JoinPage(page).join((await api.invite(id, 'facilitator')).code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()

  // As a proxy answers whose server is being started anew, and a server that has no files of this build any more.
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'none' }))
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Checkpoints' }).click()
  const notice = page.getByRole('status').filter({ hasText: 'A part of this page could not be fetched' })
  await expect(notice.getByRole('button', { name: 'Load the page again' })).toBeVisible()
  await board.writeOnCanvas('Table 1', 'written meanwhile')
  await board.expectSaved()

  await page.unrouteAll()
  const dialog = page.getByRole('dialog', { name: 'Checkpoints' })
  await expect(dialog).toBeVisible()
  // With its words, and not their names.
  await expect(dialog.getByRole('button', { name: 'Save a checkpoint' })).toBeVisible()
  await expect(notice).toHaveCount(0)
  await expect.poll(() => api.readNotes(id)).toEqual(['written meanwhile'])
})
