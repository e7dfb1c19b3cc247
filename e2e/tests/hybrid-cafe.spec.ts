import type { SessionSummary } from '#shared/http/sessions.ts'
import { createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'
import { SessionParts } from '../pages/session-parts.ts'

const wall = 'Vote wall'
const ideas = ['A solar ferry', 'Radio for the outer islands', 'A seed library', 'Nurses by boat'] as const
const commitments = ['Tama asks the harbour by May', 'Litia finds a radio mast'] as const

test('a hybrid café: written alone, at tables, voted blind, the leader and the server lost on the way, and the summary right to the vote', async ({
  openBrowser,
}) => {
  test.setTimeout(300_000)
  // Its own server: it is killed in the middle.
  const server = await startAppServer()
  const { origin } = server
  const api = createApi(origin)
  try {
    const { id } = await api.createBoard()
    const [facilitators, participants, devices] = [
      await api.invite(id, 'facilitator'),
      await api.invite(id),
      await api.invite(id, 'table'),
    ]
    const enter = async (name: string, code: string, country: string, device = {}) => {
      const { page, context } = await openBrowser({ origin, ...device })
      await new JoinPage(page).join(code, {
        name,
        country,
        organisation: name === 'Mele' ? 'Island radio' : 'Ministry',
      })
      const board = new BoardPage(page)
      await board.expectShown()
      const bar = page.getByRole('region', { name: 'Vote', exact: true })
      return { name, page, context, bar, board, session: new SessionParts(page) }
    }
    type Guest = Awaited<ReturnType<typeof enter>>
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const ana = await enter('Ana', facilitators.code, 'Fiji')
    const ratu = await enter('Ratu', facilitators.code, 'Fiji')
    const mele = await enter('Mele', participants.code, 'Tonga')
    const sina = await enter('Sina', participants.code, 'Samoa', phone)
    const tama = await enter('Tama', participants.code, 'Kiribati')
    const litia = await enter('Litia', participants.code, 'Fiji')
    const hall = await enter('Suva hall', devices.code, 'Fiji')
    const participating = [mele, sina, tama, litia]

    await test.step('Ana plans it, names a deputy, and seats people for two rounds; the device stands for five', async () => {
      await ana.session.openRail()
      await ana.session.rail.getByRole('button', { name: 'Plan from the template' }).click()
      await expect(ana.session.step('Write alone')).toBeVisible()
      await hall.page.getByRole('button', { name: 'Change', exact: true }).click()
      for (let count = 2; count <= 5; count += 1) {
        await hall.page.getByRole('button', { name: 'One person more' }).click()
        await expect(hall.page.getByText(`Suva hall stands for ${count} people`)).toBeVisible()
      }
      await hall.page.keyboard.press('Escape')
      for (const { page } of [mele, tama]) await page.getByRole('button', { name: 'In the room', exact: true }).click()
      for (const { page } of [sina, litia]) await page.getByRole('button', { name: 'Online', exact: true }).click()
      await ana.session.rail.getByRole('button', { name: 'Plan the tables' }).click()
      const dialog = ana.page.getByRole('dialog', { name: 'Tables' })
      await dialog.getByRole('button', { name: 'Plan the tables' }).click()
      await expect(dialog.getByText(/^Everyone meets/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Use this plan' }).click()
      await expect(dialog).toHaveCount(0)
      await ana.session.rail.getByRole('button', { name: 'Start the session' }).click()
      await ana.session.rail.getByRole('button', { name: 'Hand over' }).click()
      await ana.page.getByRole('menuitem', { name: 'Ratu' }).last().click()
      await expect(ana.session.rail.getByText('Stands in: Ratu')).toBeVisible()
    })

    await test.step('everybody writes alone, and Ana reveals it', async () => {
      await ana.session.choose('Write alone', 'Go to this step')
      for (const guest of [...participating, hall]) await guest.session.expectStep('3/10', 'Write alone')
      await mele.board.writeOnCanvas('Table 1', 'Ferries rust', { x: 0.3, y: 0.6 })
      await sina.board.writeOnCanvas('Table 1', 'No signal at night', { x: 0.7, y: 0.5 })
      await hall.board.writeOnCanvas('Table 3', 'Five of us: storms', { x: 0.3, y: 0.6 })
      await expect(tama.page.getByText('3 notes so far')).toBeVisible()
      await expect(tama.board.note('Ferries rust')).toHaveCount(0)
      await ana.session.next.first().click()
      await ana.page.getByRole('button', { name: 'Reveal all' }).click()
      await ana.page.getByRole('button', { name: 'Reveal to everybody' }).click()
      await expect
        .poll(async () => (await api.readNotes(id)).toSorted())
        .toEqual(['Ferries rust', 'Five of us: storms', 'No signal at night'])
    })

    const tableOf = async ({ page }: Guest, round: number) => {
      const words = page.getByText(round === 1 ? /^You are at Table \d/ : /^Round 2: you move to Table \d/).last()
      return /Table \d/.exec(await words.innerText())?.[0]
    }

    await test.step('the first round: the server is killed, the leader’s browser closed, and the deputy goes on', async () => {
      for (const guest of participating) await guest.session.expectStep('4/10', 'Round 1')
      const seatsOf = (round: number) => Promise.all(participating.map((guest) => tableOf(guest, round)))
      const seats = await seatsOf(1)
      await server.kill()
      await ana.context.close()
      await mele.board.expectOffline()
      await server.start()
      for (const guest of [ratu, ...participating, hall]) await guest.board.expectSaved()
      await expect(ratu.page.getByText('The leader’s line was lost: you lead now.')).toBeVisible({ timeout: 30_000 })
      expect(await seatsOf(1)).toEqual(seats)
      await ratu.session.openRail()
      await ratu.session.next.first().click()
      for (const guest of participating) await guest.session.expectStep('5/10', 'Round 2')
      const next = await seatsOf(2)
      for (const [i, table] of next.entries()) expect(table, participating[i]?.name).not.toBe(seats[i])
    })

    await test.step('ideas go to the wall', async () => {
      await ratu.session.next.first().click()
      for (const idea of ideas) await ratu.board.writeInList(wall, idea)
      await ratu.board.closePanel()
    })

    await test.step('the vote is blind: three dots each, fifteen for the table', async () => {
      await ratu.session.next.first().click()
      await ratu.bar.getByRole('button', { name: 'Open the vote' }).click()
      const vote = async ({ page, bar }: Guest, dots: readonly string[], of: number) => {
        await expect(bar.getByText(`${of} of ${of} dots left`)).toBeVisible()
        await bar.getByRole('button', { name: 'Vote in a list' }).click()
        const list = page.getByRole('complementary', { name: 'Votes' })
        for (const idea of dots) await list.getByRole('button', { name: `Put a dot on “${idea}”` }).click()
        await expect(bar.getByText(`${of - dots.length} of ${of} dots left`)).toBeVisible()
      }
      await vote(mele, [ideas[0], ideas[0], ideas[1]], 3)
      await vote(sina, [ideas[1], ideas[1], ideas[1]], 3)
      await vote(tama, [ideas[0], ideas[2], ideas[3]], 3)
      await vote(litia, [ideas[0], ideas[2]], 3)
      await vote(hall, [...Array(5).fill(ideas[0]), ...Array(6).fill(ideas[1]), ...Array(4).fill(ideas[2])], 15)
      for (const { page } of [ratu, mele, tama, hall]) await expect(page.getByText(/\d votes?\b/)).toHaveCount(0)
      await ratu.bar.getByRole('button', { name: 'Close the vote' }).click()
      await ratu.page.getByRole('alertdialog').getByRole('button', { name: 'Close the vote' }).click()
      for (const { bar } of [ratu, mele, tama, hall]) await expect(bar.getByText('26 votes')).toBeVisible()
    })

    await test.step('the first three become pilot cards', async () => {
      await ratu.bar.getByRole('button', { name: 'Results' }).click()
      await ratu.page.getByRole('button', { name: 'Copy', exact: true }).click()
      const copies = async () => {
        const notes = await api.readNotes(id)
        return ideas.map((idea) => notes.filter((words) => words === idea).length)
      }
      await expect.poll(copies).toEqual([2, 2, 2, 1])
      await ratu.session.next.first().click()
      for (const guest of participating) await guest.session.expectStep('8/10', 'Pilot cards')
    })

    await test.step('who does what by when', async () => {
      await ratu.session.next.first().click()
      await tama.session.expectStep('9/10', 'Commitments')
      await tama.board.writeInList('Commitments', commitments[0])
      await litia.board.writeInList('Commitments', commitments[1])
      await expect.poll(() => api.readNotes(id)).toEqual(expect.arrayContaining([...commitments]))
    })

    await test.step('it ends with a summary that is right to the vote', async () => {
      await ratu.session.rail.getByRole('button', { name: 'End the session' }).click()
      await ratu.page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
      await ratu.session.rail.getByRole('button', { name: 'Show the summary' }).click()
      const dialog = ratu.page.getByRole('dialog', { name: 'Summary' })
      for (const [idea, votes] of [
        [ideas[1], 10],
        [ideas[0], 9],
        [ideas[2], 6],
        [ideas[3], 1],
      ] as const) {
        await expect(dialog.getByRole('row').filter({ hasText: idea })).toContainText(String(votes))
      }
      const [past] = await api.request<{ id: string }[]>('GET', `/api/boards/${id}/sessions`)
      const summary = await api.request<SessionSummary>('GET', `/api/boards/${id}/sessions/${past?.id}`)
      expect(summary.votes.map(({ result }) => result.targets.map(({ text, votes }) => [text, votes]))).toEqual([
        [
          [ideas[1], 10],
          [ideas[0], 9],
          [ideas[2], 6],
          [ideas[3], 1],
        ],
      ])
      expect(summary.countries).toHaveLength(4)
      expect([...summary.organisations].sort()).toEqual(['Island radio', 'Ministry'])
    })
  } finally {
    await server.dispose()
  }
})
