import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

test('a facilitator draws zones on an empty board, names and orders them, and a guest writes in them', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard({ template: null })
  const { code } = await api.invite(id)
  const [{ page }, { page: guestPage }] = await Promise.all([openBrowser(), openBrowser()])
  await signInFacilitator(api, page)
  await page.goto(`/boards/${id}`)
  const board = new BoardPage(page)

  // The most that a device is asked for at once: on a slow one it takes its time.
  await page.getByRole('button', { name: 'Draw your first zone' }).click({ timeout: 30_000 })
  const panel = page.getByRole('complementary', { name: 'Zones' })
  await expect(panel).toBeVisible()
  const draw = async (from: readonly [number, number], to: readonly [number, number], name: string) => {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 6 })
    await page.mouse.up()
    const field = page.getByRole('textbox', { name: 'Name of the zone' })
    await expect(field).toBeFocused()
    await field.fill(name)
    await page.keyboard.press('Enter')
    await expect(board.zone(name)).toBeVisible()
  }
  await draw([120, 160], [460, 420], 'Ideas')
  await page.keyboard.press('Shift+Z')
  await draw([520, 160], [860, 420], 'Doubts')
  const names = panel.getByRole('list', { name: 'Zones in their order' }).getByRole('listitem')
  await expect(names).toContainText(['Ideas', 'Doubts'])

  const guest = new BoardPage(guestPage)
  await new JoinPage(guestPage).join(code, { name: 'Mele' })
  await expect(guest.zone('Doubts')).toBeVisible()
  await guest.writeOnCanvas('Ideas', 'Rain tanks')

  await panel.getByRole('button', { name: 'Move Doubts up' }).click()
  await expect(names).toContainText(['Doubts', 'Ideas'])
  await expect(names.nth(1)).toContainText('1 note')
  await panel.getByRole('button', { name: 'More for Ideas' }).click()
  await page.getByRole('menuitem', { name: 'Edit…' }).click()
  const form = page.getByRole('dialog', { name: 'Edit zone' })
  await form.getByText('Columns', { exact: true }).click()
  await form.getByLabel('Words on it').fill('Now\nLater')
  await form.getByRole('button', { name: 'Save zone' }).click()
  await expect(guest.canvas.getByText('Later', { exact: true })).toBeVisible()

  await panel.getByRole('button', { name: 'More for Ideas' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(guest.zone('Ideas')).toBeHidden()
  await expect(guest.note('Rain tanks')).toBeVisible()
  await page.getByText('1 thing stays on the board.').first().waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(guest.zone('Ideas')).toBeVisible()
  const records = () => api.readRecords(id)
  await expect
    .poll(async () => {
      const all = await records()
      const zone = all.find(({ props }) => props?.background === 'columns')
      return all.find(({ type }) => type === 'note')?.parentId === zone?.id
    })
    .toBe(true)
})
