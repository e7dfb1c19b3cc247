import type { SessionNow } from '#shared/http/sessions.ts'
import type { SessionCommand } from '#shared/session/commands.ts'
import type { Api } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/check-accessibility.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

const ideas = ['A solar ferry', 'Radio for the outer islands', 'A seed library']
const wall = 'Vote wall'

/** A session of the board's template, in its step for voting. */
async function beginVoting(api: Api, boardId: string): Promise<string> {
  const path = `/api/boards/${boardId}/session`
  let { session } = await api.request<SessionNow>('POST', path, { hasTemplateSteps: true })
  const say = async (command: SessionCommand) => {
    const body = { key: `voting ${command.type}`, version: session.version, command }
    ;({ session } = await api.request<SessionNow>('POST', `${path}/commands`, body))
  }
  await say({ type: 'start' })
  const step = session.plan.steps.find(({ mode }) => mode === 'vote')
  if (!step) throw new Error('the template has no step for voting')
  await say({ type: 'jump', stepId: step.id })
  return session.id
}

test('a blind vote: by keyboard and by touch, closed, counted on the notes, put in order and taken on', async ({
  openBrowser,
  api,
}) => {
  test.setTimeout(120_000)
  const { id } = await api.createBoard()
  const { code: facilitators } = await api.invite(id, 'facilitator')
  const { code: participants } = await api.invite(id)
  const enter = async (name: string, code: string, device = {}) => {
    const { page } = await openBrowser(device)
    await new JoinPage(page).join(code, { name })
    const board = new BoardPage(page)
    await board.expectShown()
    return { page, board, bar: page.getByRole('region', { name: 'Vote', exact: true }) }
  }
  const ana = await enter('Ana', facilitators)
  for (const idea of ideas) await ana.board.writeInList(wall, idea)
  await ana.board.closePanel()
  const sessionId = await beginVoting(api, id)
  const mele = await enter('Mele', participants)
  const sina = await enter('Sina', participants, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })

  await test.step('Ana opens it with one tap', async () => {
    await expect(ana.bar.getByText(wall)).toBeVisible()
    await ana.bar.getByRole('button', { name: 'Open the vote' }).click()
    for (const { bar } of [ana, mele, sina]) await expect(bar.getByText('3 of 3 dots left')).toBeVisible()
  })

  await test.step('Mele votes by keyboard, Sina by touch, and nobody sees a count', async () => {
    await mele.board.tabTo(mele.bar.getByRole('button', { name: 'Vote in a list' }))
    await mele.page.keyboard.press('Enter')
    const hers = mele.page.getByRole('complementary', { name: 'Votes' })
    await mele.board.tabTo(hers.getByRole('button', { name: ideas[0] ?? '', exact: true }))
    // To the note on the board, and on to the next one.
    await mele.page.keyboard.press('Enter')
    await mele.page.keyboard.press('Tab')
    await mele.page.keyboard.press('+')
    await mele.page.keyboard.press('+')
    await expect(mele.bar.getByText('1 of 3 dots left')).toBeVisible()
    await mele.page.keyboard.press('-')
    await mele.page.keyboard.press('+')
    await expect(mele.page.getByText(`Dot put on “${ideas[1]}”. 1 left.`)).toBeAttached()
    await expect(mele.bar.getByText('1 of 3 dots left')).toBeVisible()

    await sina.bar.getByRole('button', { name: 'Vote in a list' }).tap()
    const list = sina.page.getByRole('complementary', { name: 'Votes' })
    await list.getByRole('button', { name: `Put a dot on “${ideas[2]}”` }).tap()
    await expect(sina.bar.getByText('2 of 3 dots left')).toBeVisible()
    await expectAccessible(sina.page, 'voting in a list on a phone')
    expect(await sina.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await list.getByRole('button', { name: ideas[1] ?? '', exact: true }).tap()
    await list.getByRole('button', { name: 'Close the panel' }).tap()
    const plus = sina.page.getByRole('main').getByRole('button', { name: `Put a dot on “${ideas[1]}”` })
    await plus.tap()
    const box = await plus.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    await expect(sina.bar.getByText('1 of 3 dots left')).toBeVisible()

    await ana.bar.getByRole('button', { name: '0 of 3 used all dots' }).click()
    const panel = ana.page.getByRole('complementary', { name: 'Votes' })
    await panel.getByRole('tab', { name: 'Who has dots left' }).click()
    await expect(panel.getByRole('listitem').filter({ hasText: 'Mele' })).toContainText('1 dot left')
    await expectAccessible(ana.page, 'who has dots left')
    for (const { page } of [ana, mele, sina]) await expect(page.getByText(/\d votes?\b/)).toHaveCount(0)
  })

  await test.step('it is closed, and everybody sees what came of it', async () => {
    await sina.bar.getByRole('button', { name: 'Vote in a list' }).tap()
    const sheet = sina.page.getByRole('complementary', { name: 'Votes' })
    await expect(sheet).toBeVisible()
    await ana.bar.getByRole('button', { name: 'Close the vote' }).click()
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Close the vote' }).click()
    for (const { bar } of [ana, mele, sina]) await expect(bar.getByText('4 votes')).toBeVisible()
    // On a phone the list lay over what there is to see now.
    await expect(sheet).toBeHidden()
    for (const { page } of [ana, mele]) await expect(page.getByRole('main').getByText('#1')).toBeVisible()
    const results = ana.page.getByRole('complementary', { name: 'Votes' }).getByRole('listitem')
    await expect(results).toHaveCount(2)
    await expect(results.first()).toContainText(ideas[1] ?? '')
    await expect(results.first()).toContainText('3 votes')
    await expectAccessible(ana.page, 'results')
  })

  await test.step('the zone is sorted, and put back', async () => {
    const order = async () => {
      const places = await Promise.all(ideas.map(async (idea) => ({ idea, x: (await ana.board.centreOf(idea)).x })))
      return places.toSorted((a, b) => a.x - b.x).map(({ idea }) => idea)
    }
    const before = await order()
    await ana.page.getByRole('button', { name: 'Sort this zone by votes' }).click()
    await expect.poll(order).toEqual([ideas[1], ideas[2], ideas[0]])
    await ana.page.getByRole('listitem').filter({ hasText: 'moved into' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(order).toEqual(before)
    await ana.page.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect
      .poll(async () => (await api.readNotes(id)).toSorted())
      .toEqual([...ideas, ideas[1], ideas[2]].toSorted())
  })

  await test.step('the summary is right to the vote', async () => {
    const { session } = await api.request<SessionNow>('GET', `/api/boards/${id}/session`)
    const end = { key: 'voting end', version: session.version, command: { type: 'end' } }
    await api.request('POST', `/api/boards/${id}/session/commands`, end)
    await ana.page.getByRole('button', { name: 'Show the summary' }).click()
    const summary = ana.page.getByRole('dialog')
    await expect(summary.getByRole('row').filter({ hasText: ideas[1] ?? '' })).toContainText('3')
    await expect(summary.getByRole('row').filter({ hasText: ideas[2] ?? '' })).toContainText('1')
    expect(sessionId).toBe(session.id)
  })
})
