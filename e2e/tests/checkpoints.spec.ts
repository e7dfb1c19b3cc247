import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { CheckpointsDialog } from '../pages/checkpoints-dialog.ts'
import { JoinPage } from '../pages/join-page.ts'

test('a facilitator takes the board back to a checkpoint for everybody, and back again', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const ana = await openBrowser()
  await signInFacilitator(api, ana.page)
  await ana.page.goto(`/boards/${id}`)
  const anaBoard = new BoardPage(ana.page)
  await anaBoard.expectOpen()
  const mele = await openBrowser()
  await new JoinPage(mele.page).join((await api.invite(id)).code, { name: 'Mele' })
  const meleBoard = new BoardPage(mele.page)
  await meleBoard.expectOpen()

  await meleBoard.writeOnCanvas('Table 1', 'kept')
  await meleBoard.expectSaved()
  const checkpoints = new CheckpointsDialog(ana.page)
  await checkpoints.open()
  await checkpoints.save('Before voting')
  await expect(checkpoints.row('Before voting')).toContainText('Saved by Ana Vakatawa')
  await checkpoints.close()
  await meleBoard.writeOnCanvas('Table 2', 'undone')
  await meleBoard.expectSaved()
  await expect(anaBoard.note('undone')).toBeVisible()

  await checkpoints.open()
  await ana.page.getByRole('button', { name: 'Look at “Before voting”' }).click()
  const picture = ana.page.getByRole('img', { name: 'The board as it was in “Before voting”' })
  await expect(picture).toHaveJSProperty('complete', true)
  expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(0)
  await ana.page.getByRole('dialog', { name: 'Before voting' }).getByRole('button', { name: 'Restore' }).click()
  const question = ana.page.getByRole('alertdialog', { name: 'Restore “Before voting”?' })
  await expect(question).toContainText('Everybody’s board goes back')
  await question.getByRole('button', { name: 'Restore for everybody' }).click()

  // Words that go again after seconds: both are looked for at once, and stay under Ana's pointer.
  const told = (page: Page) => page.getByRole('listitem').filter({ hasText: 'took the board back to “Before voting”' })
  const undo = (within: Page | Locator) => within.getByRole('button', { name: 'Undo' })
  await Promise.all([
    expect(told(ana.page).filter({ has: undo(ana.page) })).toHaveText(/^Ana Vakatawa took/),
    told(ana.page).hover(),
    expect(told(mele.page).filter({ hasNot: undo(mele.page) })).toHaveText(/^Ana Vakatawa took/),
  ])
  for (const board of [anaBoard, meleBoard]) {
    await board.expectOpen()
    await expect(board.note('kept')).toBeVisible()
    await expect(board.note('undone')).toHaveCount(0)
  }
  await meleBoard.writeOnCanvas('Table 1', 'goes on', { x: 0.2, y: 0.6 })
  await expect(anaBoard.note('goes on')).toBeVisible()

  // Who did it can take it back with a click. What was written since is then in the list, not lost.
  await undo(told(ana.page)).click()
  for (const board of [anaBoard, meleBoard]) {
    await expect(board.note('undone')).toBeVisible()
    await expect(board.note('goes on')).toHaveCount(0)
  }
  await expect.poll(() => api.readNotes(id)).toEqual(expect.arrayContaining(['kept', 'undone']))
  await checkpoints.open()
  await expect(checkpoints.row('Before restoring')).toHaveCount(2)
})

test('only facilitators find the checkpoints, co-facilitators among them', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const editor = await openBrowser()
  await new JoinPage(editor.page).join((await api.invite(id)).code, { name: 'Mele' })
  await new BoardPage(editor.page).expectOpen()
  await editor.page.getByRole('button', { name: 'Menu' }).click()
  await expect(editor.page.getByRole('menuitem', { name: 'Leave the board' })).toBeVisible()
  await expect(editor.page.getByRole('menuitem', { name: 'Checkpoints' })).toHaveCount(0)

  const helper = await openBrowser({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await new JoinPage(helper.page).join((await api.invite(id, 'facilitator')).code, { name: 'Ratu' })
  await new BoardPage(helper.page).expectShown()
  const checkpoints = new CheckpointsDialog(helper.page)
  await checkpoints.open()
  await expect(checkpoints.dialog.getByText('There is none yet.')).toBeVisible()
  await checkpoints.dialog.getByRole('button', { name: 'Save a checkpoint' }).click()
  await expect(checkpoints.dialog.getByText('Give it a title')).toBeVisible()
  await checkpoints.save('Saved on a phone')
  expect(await helper.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(helper.page, 'the checkpoints')

  await checkpoints.row('Saved on a phone').getByRole('button', { name: 'More for' }).click()
  await helper.page.getByRole('menuitem', { name: 'Delete' }).click()
  await helper.page.getByRole('button', { name: 'Delete checkpoint' }).click()
  await expect(checkpoints.row('Saved on a phone')).toHaveCount(0)
})

test('a checkpoint is saved, looked at and restored with the keyboard alone', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  await new JoinPage(page).join((await api.invite(id, 'facilitator')).code, { name: 'Ratu' })
  const board = new BoardPage(page)
  await board.expectOpen()
  await board.tabTo(page.getByRole('button', { name: 'Menu' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Invite people' })).toBeFocused()
  // The menu goes to what begins with the letter.
  await page.keyboard.press('c')
  await expect(page.getByRole('menuitem', { name: 'Checkpoints' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Title of a new checkpoint')).toBeFocused()
  await page.keyboard.type('By hand')
  await page.keyboard.press('Enter')
  const look = page.getByRole('button', { name: 'Look at “By hand”' })
  await board.tabTo(look)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'By hand' })).toBeVisible()
  await board.tabTo(page.getByRole('button', { name: 'Back to the list' }))
  await page.keyboard.press('Enter')
  await expect(look).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog')
  await board.tabTo(question.getByRole('button', { name: 'Restore for everybody' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ratu took the board back to “By hand”/)).toBeVisible()
  await board.expectOpen()
})
