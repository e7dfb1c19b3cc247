import type { SessionNow } from '#shared/http/sessions.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'
import { SessionParts } from '../pages/session-parts.ts'

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

test('a zone is renamed, deleted and brought back under the step that runs in it, and nobody’s board breaks', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const [{ code: facilitators }, { code: guests }] = [await api.invite(id, 'facilitator'), await api.invite(id)]
  const path = `/api/boards/${id}/session`
  const { session } = await api.request<SessionNow>('POST', path, { hasTemplateSteps: true })
  const start = { key: 'start it', version: session.version, command: { type: 'start' } }
  await api.request('POST', `${path}/commands`, start)
  const enter = async (name: string, code: string) => {
    const { page } = await openBrowser()
    await new JoinPage(page).join(code, { name })
    const board = new BoardPage(page)
    await board.expectShown()
    return { page, board }
  }
  const fay = await enter('Fay', facilitators)
  const guest = await enter('Mele', guests)
  await guest.board.writeInList('Arrival map', 'Nukuʻalofa')
  const { rail } = new SessionParts(fay.page)
  await new SessionParts(fay.page).openRail()

  await fay.page.keyboard.press('Shift+Z')
  const panel = fay.page.getByRole('complementary', { name: 'Zones' })
  await panel.getByRole('button', { name: 'More for Arrival map' }).click()
  await fay.page.getByRole('menuitem', { name: 'Edit…' }).click()
  const form = fay.page.getByRole('dialog', { name: 'Edit zone' })
  await form.getByLabel('Name', { exact: true }).fill('Where we come from')
  await form.getByRole('button', { name: 'Save zone' }).click()
  await expect(guest.board.zone('Where we come from')).toBeVisible()
  await expect(rail.getByRole('listitem').first()).toContainText('Where we come from')

  const remove = async () => {
    await panel.getByRole('button', { name: 'More for Where we come from' }).click()
    await fay.page.getByRole('menuitem', { name: 'Delete' }).click()
    return fay.page.getByRole('alertdialog', { name: /^Delete .*Where we come from/ })
  }
  const asked = await remove()
  await expect(asked.getByText('“Arrive” runs there now, with people at work.')).toBeVisible()
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(guest.board.zone('Where we come from')).toBeVisible()
  await (await remove()).getByRole('button', { name: 'Delete zone' }).click()
  await expect(guest.board.zone('Where we come from')).toBeHidden()
  await expect(rail.getByRole('listitem').first()).toContainText('a zone that is gone')
  await expect(guest.board.note('Nukuʻalofa')).toBeVisible()
  await expect(guest.page.getByText('Arrive', { exact: true }).first()).toBeVisible()
  await fay.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(guest.board.zone('Where we come from')).toBeVisible()
  await expect(rail.getByRole('listitem').first()).toContainText('Where we come from')
})
