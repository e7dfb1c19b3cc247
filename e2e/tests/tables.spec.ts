import type { Joined } from '#shared/http/invites.ts'
import { type BoardPeer, joinAsPeer } from '../fixtures/board-peer.ts'
import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'
import { SessionParts } from '../pages/session-parts.ts'

test('people sit at tables, travel between rounds, and find their places', async ({ app, api, openBrowser }) => {
  test.setTimeout(90_000)
  const { id } = await api.createBoard()
  const codeOf = async (role: 'facilitator' | 'editor' | 'table') => (await api.invite(id, role)).code
  const participants = await codeOf('editor')
  const enter = async (name: string, code: string, device = {}) => {
    const { page } = await openBrowser(device)
    await new JoinPage(page).join(code, { name, country: 'Fiji' })
    await new BoardPage(page).expectShown()
    return {
      page,
      session: new SessionParts(page),
      place: page.getByText(/^(You are at|Round 2: you \w+ (to|at)) Table \d/).first(),
    }
  }
  const ana = await enter('Ana', await codeOf('facilitator'))
  const { rail } = ana.session
  await ana.session.openRail()
  await rail.getByRole('button', { name: 'Plan from the template' }).click()
  await rail.getByRole('button', { name: 'Plan the tables' }).click()
  const dialog = ana.page.getByRole('dialog', { name: 'Tables' })
  await expect(dialog.getByText('Nobody has joined yet')).toBeVisible()

  const peers: BoardPeer[] = []
  for (const [name, country] of [
    ['Sina', 'WS'],
    ['Tama', 'TO'],
    ['Viliame', 'FJ'],
  ] as const) {
    const { token } = await api.request<Joined>('POST', '/api/join', { code: participants, name, country })
    peers.push(await joinAsPeer({ origin: app.origin, boardId: id, token }))
  }
  const mele = await enter('Mele', participants)
  const hall = await enter('Hall', await codeOf('table'))

  await test.step('Ana plans both rounds, and says that Mele stays', async () => {
    await dialog.getByRole('button', { name: 'Plan the tables' }).click()
    await expect(dialog.getByText(/^Everyone meets .* in 2 rounds\./)).toBeVisible()
    await expectAccessible(ana.page, 'a plan of tables')
    await dialog.getByRole('region', { name: 'Round 1' }).getByRole('button', { name: 'Mele' }).click()
    await dialog.getByRole('toolbar', { name: 'Move Mele' }).getByRole('button', { name: 'Table 4' }).click()
    await dialog.getByRole('region', { name: 'Round 1' }).getByRole('button', { name: 'Mele' }).click()
    await dialog.getByRole('toolbar', { name: 'Move Mele' }).getByRole('button', { name: 'Stays as host' }).click()
    await expect(dialog.getByRole('button', { name: /^Mele\s*stays as host/ })).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Use this plan' }).click()
    await expect(rail.getByText('4 tables')).toBeVisible()
  })

  await test.step('everybody is brought to her own table', async () => {
    await rail.getByRole('button', { name: 'Start the session' }).click()
    await ana.session.choose('Round 1: deepen', 'Go to this step')
    await expect(mele.place).toHaveText('You are at Table 4')
    await expect(mele.page.getByText('You stay here in the next round')).toBeVisible()
    await mele.session.expectInView('Table 4')
    await expect(hall.place).toHaveText('You are at Table 1')
    await hall.session.expectInView('Table 1')
    await expectAccessible(mele.page, 'a step at tables')
  })

  const panel = ana.page.getByRole('complementary', { name: 'Tables' })
  await test.step('the device stands for two, and Ana moves somebody in two taps', async () => {
    await hall.page.getByRole('button', { name: 'Change' }).click()
    await hall.page.getByRole('button', { name: 'One person more' }).click()
    await expect(hall.page.getByText('Hall stands for 2 people')).toBeVisible()
    await rail.getByRole('button', { name: 'Tables', exact: true }).click()
    await expect(panel.getByRole('button', { name: /^Hall\s*×2/ })).toBeVisible()
    await panel.getByRole('button', { name: 'Tama' }).click()
    await panel.getByRole('toolbar').getByRole('button', { name: 'Table 3' }).click()
    await expect(panel.getByRole('button', { name: 'Tama' })).toHaveCount(1)
    await panel.getByRole('button', { name: 'Own time: Table 4' }).click()
    await ana.page.getByRole('menuitem', { name: '5 minutes', exact: true }).click()
    await expect(mele.page.getByRole('timer')).toHaveCount(2)
    await expectAccessible(ana.page, 'who sits where')
  })

  await test.step('who comes late has a seat, on a phone as well', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const late = await enter('Late Lupe', participants, phone)
    await expect(late.place).toBeVisible()
    expect(await late.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expect(panel.getByRole('button', { name: 'Late Lupe' })).toBeVisible()
  })

  await test.step('the next round moves who travels, and the projector says where to', async () => {
    await ana.session.next.first().click()
    await expect(mele.page.getByText(/^Round 2: you stay at Table 4/).first()).toBeVisible()
    await panel.getByRole('button', { name: 'Show on the projector' }).click()
    const list = ana.page.getByRole('dialog', { name: /^Find your table/ })
    await expect(list.getByRole('listitem').filter({ hasText: 'Mele' })).toContainText('Table 4')
    await expect(list.getByRole('listitem')).toHaveCount(6)
    await expectAccessible(ana.page, 'the list for the projector')
  })
  for (const peer of peers) peer.leave()
})
