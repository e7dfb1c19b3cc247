import { join } from 'node:path'
import { plainText } from '#shared/board/rich-text.ts'
import { createApi } from '../fixtures/api.ts'
import { startAppServer } from '../fixtures/app-server.ts'
import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, type Person, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'
import { PilotPages } from '../pages/pilot-pages.ts'

/** Set to draw the README's picture anew from this very journey. */
const isPictureWanted = process.env.UPDATE_PICTURES === '1'

const shared = 'Solar pumps shared by three villages'

test('a café on smart islands: three people, one crash, nothing lost', async ({ openBrowser }) => {
  test.setTimeout(180_000)
  const server = await startAppServer()
  try {
    const { origin } = server
    const api = createApi(origin)

    const ana = await openBrowser({ origin })
    const name = await signInFacilitator(api, ana.page)
    const pilots = new PilotPages(ana.page)
    await pilots.createPilot(
      'Sustaining smart islands in the Pacific',
      'Keep small islands online when the cable breaks.',
    )
    await pilots.createBoard('Innovation Café, hybrid', 'Café in Suva')
    const boardId = new URL(ana.page.url()).pathname.split('/').at(-1) ?? ''
    const anaBoard = new BoardPage(ana.page)
    await anaBoard.expectOpen()

    const { code } = await api.invite(boardId)
    const enter = async (guest: {
      name: string
      country: string
      organisation: string
    }): Promise<[Person, BoardPage]> => {
      const person = await openBrowser({ origin })
      await new JoinPage(person.page).join(code, guest)
      const board = new BoardPage(person.page)
      await board.expectOpen()
      return [person, board]
    }
    const [mele, meleBoard] = await enter({ name: 'Mele Tupou', country: 'Tonga', organisation: 'Ministry of Energy' })
    const [, ratuBoard] = await enter({
      name: 'Ratu Vula',
      country: 'Fiji',
      organisation: 'University of the South Pacific',
    })

    await anaBoard.writeInList('Challenge', 'Islands go dark for weeks when one cable breaks')
    await meleBoard.writeOnCanvas('Table 1', shared, { x: 0.2, y: 0.42 })
    await ratuBoard.writeOnCanvas('Table 2', 'Weather warnings by radio in every language', { x: 0.2, y: 0.42 })
    await meleBoard.writeInList('Arrival map', 'Mele, Nukuʻalofa')
    await ratuBoard.writeInList('Arrival map', 'Ratu, Suva')
    await anaBoard.writeInList('Commitments', 'Ana: call the energy department by Friday')
    await meleBoard.writeInList('Table 3', 'One desk for all permits')
    await ratuBoard.writeInList('Table 4', 'Repair school for phones and panels')
    const texts = [
      'Islands go dark for weeks when one cable breaks',
      shared,
      'Weather warnings by radio in every language',
      'Mele, Nukuʻalofa',
      'Ratu, Suva',
      'Ana: call the energy department by Friday',
      'One desk for all permits',
      'Repair school for phones and panels',
    ]
    for (const board of [anaBoard, meleBoard, ratuBoard]) {
      for (const text of texts) await expect(board.note(text)).toBeVisible()
    }

    // At the same moment: Mele has the note in her hand while Ratu changes its colour.
    const before = await findNote(shared)
    for (const board of [meleBoard, ratuBoard]) await board.closePanel()
    await ratuBoard.select(shared)
    const from = await meleBoard.centreOf(shared)
    const to = await meleBoard.pointIn('Table 1', { x: 0.7, y: 0.5 })
    await meleBoard.page.keyboard.press('v')
    await meleBoard.page.mouse.move(from.x, from.y)
    await meleBoard.page.mouse.down()
    await meleBoard.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
    await Promise.all([
      ratuBoard.page.getByTestId('style.color.light-green').click(),
      meleBoard.page.mouse.move(to.x, to.y, { steps: 10 }),
    ])
    await meleBoard.page.mouse.up()
    await expect
      .poll(async () => {
        const note = await findNote(shared)
        return { colour: note.props?.color, moved: (note.x ?? 0) - (before.x ?? 0) > 400, parent: note.parentId }
      })
      .toEqual({ colour: 'light-green', moved: true, parent: 'shape:zone-table-1' })

    // Everybody's pointer, seen by the others.
    const people = [
      { board: anaBoard, name, at: { x: 0.5, y: 0.7 }, zone: 'Idea gallery' },
      { board: meleBoard, name: 'Mele Tupou', at: { x: 0.3, y: 0.5 }, zone: 'Vote wall' },
      { board: ratuBoard, name: 'Ratu Vula', at: { x: 0.5, y: 0.4 }, zone: 'Pilot card 2' },
    ]
    const move = async () => {
      for (const { board, zone, at } of people) {
        const point = await board.pointIn(zone, at)
        await board.page.mouse.move(point.x - 20, point.y - 20)
        await board.page.mouse.move(point.x, point.y, { steps: 3 })
      }
    }
    await move()
    for (const { board } of people) {
      for (const other of people) {
        if (other.board !== board) await expect(board.cursor(other.name)).toBeVisible()
      }
    }
    for (const { board } of people) await board.expectSaved()
    if (isPictureWanted) {
      await anaBoard.closePanel()
      await meleBoard.writeInColour('Idea gallery', 'Island kiosks: sun, radio, repair', 'light-blue', {
        x: 0.1,
        y: 0.6,
      })
      await ratuBoard.writeInColour('Idea gallery', 'One call for every storm', 'light-green', { x: 0.35, y: 0.6 })
      await meleBoard.writeInColour('Idea gallery', 'Permits in a day', 'light-red', { x: 0.6, y: 0.6 })
      await ratuBoard.writeInColour('Vote wall', 'Kiosks in every harbour', 'light-blue', { x: 0.06, y: 0.42 })
      await meleBoard.writeInColour('Vote wall', 'A call before the storm', 'light-green', { x: 0.16, y: 0.42 })
      await ratuBoard.writeInColour('Table 2', 'Radio reaches boats, phones do not', 'light-violet', {
        x: 0.5,
        y: 0.42,
      })
      await meleBoard.writeInColour('Table 3', 'Who signs on a Sunday?', 'orange', { x: 0.6, y: 0.45 })
      await move()
      await anaBoard.cursor('Ratu Vula').waitFor()
      await anaBoard.note('Who signs on a Sunday?').waitFor()
      await ana.page.screenshot({ path: join(import.meta.dirname, '../../docs/board.png') })
    }

    await server.kill()
    for (const { board } of people) await board.expectOffline()
    // Nobody is stopped from writing meanwhile.
    await meleBoard.writeOnCanvas('Parking lot', 'Written while the server was away')
    await server.start()
    for (const { board } of people) await board.expectSaved()

    const [, lateBoard] = await enter({ name: 'Sina Tavita', country: 'Samoa', organisation: 'Island radio' })
    for (const text of [...texts, 'Written while the server was away']) {
      await expect(lateBoard.note(text)).toBeVisible()
      await expect(anaBoard.note(text)).toBeVisible()
    }
    expect(mele.page.url()).toContain(boardId)

    async function findNote(text: string) {
      const found = (await api.readRecords(boardId)).find(
        (record) => record.type === 'note' && plainText(record.props?.richText) === text,
      )
      if (!found) throw new Error(`no note says ${text}`)
      return found
    }
  } finally {
    await server.dispose()
  }
})
