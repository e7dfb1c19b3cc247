import type { Page } from '@playwright/test'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { noteSide } from '#shared/board/note-place.ts'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { adminToken } from '../fixtures/app-server.ts'
import { joinAsPeer } from '../fixtures/board-peer.ts'
import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'
import { SessionParts } from '../pages/session-parts.ts'

const challenge = 'Islanders cannot book a ferry by phone'
const goal = 'In a year every island books by phone'
const question = 'Will they trust a ticket without paper?'
const target = 'The clerk who sells tickets at the jetty'
const offline = 'HMW sell tickets without internet?'
const voiceCode = 'A voice code instead of paper'
const callBack = 'A clerk calls the island back'
const decision = 'A pilot on two islands'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('a design sprint: what each day decides begins the next, from the brief to Friday’s decision', async ({
  app,
  api,
  openBrowser,
}) => {
  test.setTimeout(240_000)
  const { id } = await api.createBoard({ title: 'Ferry tickets', template: 'design-sprint-week' })
  const [facilitators, participants] = [await api.invite(id, 'facilitator'), await api.invite(id)]
  const enter = async (name: string, code: string, device = {}) => {
    const { page } = await openBrowser(device)
    const heard: Buffer[] = []
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload as Buffer))),
    )
    await new JoinPage(page).join(code, { name })
    const board = new BoardPage(page)
    await board.expectShown()
    const bar = page.getByRole('region', { name: 'Vote', exact: true })
    const has = (words: string) => Buffer.concat(heard).includes(words)
    return { page, board, bar, has, session: new SessionParts(page) }
  }
  const [fay, lena, tavita] = await Promise.all([
    enter('Fay', facilitators.code),
    enter('Lena', participants.code),
    enter('Tavita', participants.code, phone),
  ])
  const { carryOn, expectCarried } = {
    carryOn: fay.session.carryOn.bind(fay.session),
    expectCarried: fay.board.expectCarried.bind(fay.board),
  }
  const goTo = async (step: string) => {
    await fay.session.choose(step, 'Go to this step')
    await lena.session.expectStep('\\d+/\\d+', step)
  }
  const begin = async (dayBefore: string) => {
    await goTo(`${dayBefore} is done`)
    await fay.session.next.first().click()
  }
  const closeVote = async (said: string) => {
    await fay.bar.getByRole('button', { name: 'Close the vote' }).click()
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Close the vote' }).click()
    for (const { bar } of [fay, lena, tavita]) await expect(bar.getByText(said, { exact: true })).toBeVisible()
  }

  await test.step('the week is planned, a day after the other, and begins with the brief', async () => {
    await fay.session.openRail()
    await fay.session.rail.getByRole('button', { name: 'Plan from the template' }).click()
    await expect(fay.session.step('Monday is done')).toBeVisible()
    await fay.session.rail.getByRole('button', { name: 'Start the session' }).click()
    await fay.board.writeInList('Challenge', challenge)
    await carryOn('The challenge', 'Long-term goal · Monday')
  })

  await test.step('Monday: goal, questions, How Might We notes, a vote, a target', async () => {
    await begin('Brief')
    await expectCarried('Long-term goal', challenge, 'Challenge · Brief')
    await goTo('Long-term goal')
    await lena.board.writeInList('Long-term goal', goal)
    await carryOn('Long-term goal', 'Sketch brief · Tuesday')
    await carryOn('Long-term goal', 'In sight all week on 3 pages')

    await goTo('Sprint questions')
    await lena.board.writeInList('Sprint questions', question)
    await carryOn('Sprint questions', 'Sketch brief · Tuesday')
    await carryOn('Sprint questions', 'In sight all week on 3 pages')
    await carryOn('Sprint questions', 'Sprint questions answered · Friday')

    await goTo('Ask the experts')
    await lena.board.writeInList('How might we: inbox', offline)
    await tavita.board.writeInList('How might we: inbox', 'HMW tell people that the ferry is late?')
    await tavita.board.closePanel()
    await carryOn('Ask the experts', 'How might we: clusters')

    await goTo('Vote')
    await fay.bar.getByRole('button', { name: 'Open the vote…' }).click()
    const setUp = fay.page.getByRole('dialog')
    await setUp.getByRole('combobox', { name: 'Decider' }).selectOption('Fay')
    await setUp.getByRole('button', { name: 'Open the vote' }).click()
    await putDot(lena, offline)
    await putDot(tavita, offline)
    await closeVote('2 votes')
    await carryOn('Vote', 'Map')
    await expectCarried('Map', offline, 'How might we: clusters · Monday')

    await goTo('Choose the target')
    await fay.board.writeInList('Target', target)
    await carryOn('Choose the target', 'Sketch brief · Tuesday')
    await carryOn('Choose the target', 'In sight all week on 3 pages')
    await carryOn('Choose the target', 'Divide or swarm · Tuesday')
  })

  await test.step('what Monday decided is in sight on each later day', async () => {
    await begin('Monday')
    const later = ['Wednesday', 'Thursday', 'Friday'].map((day) => `In sight all week · ${day}`)
    for (const zone of ['Sketch brief', ...later]) {
      await expectCarried(zone, goal, 'Long-term goal · Monday', 'Long-term goal')
      await expectCarried(zone, question, 'Sprint questions · Monday', 'Sprint questions')
      await expectCarried(zone, target, 'Target · Monday', 'Target')
    }
    await expectCarried('Divide or swarm', target, 'Target · Monday', 'Part of the map')
  })

  await test.step('Tuesday: sketches in words, in ink and as a photo from a phone, which nobody else is sent', async () => {
    await goTo('Solution sketch')
    await lena.board.writeInList('Sketch 1', voiceCode, { part: 'Solution sketch: 1' })
    await lena.board.closePanel()
    await draw(lena, 'Sketch 1')
    await addPhoto(tavita, 'Sketch 2')
    await fay.board.writeInList('Sketch 3', callBack, { part: 'Solution sketch: 1' })
    for (const { board } of [lena, tavita, fay]) await board.expectSaved()
    for (const { has } of [lena, tavita]) expect(has(callBack)).toBe(false)
    for (const { has } of [fay, tavita]) expect(has(voiceCode)).toBe(false)
    for (const { board } of [fay, lena]) expect(await board.shownPictures()).toBe(0)
  })

  await test.step('they are handed in without a name, and hung', async () => {
    await fay.session.next.first().click()
    await fay.page.getByRole('button', { name: 'Reveal all' }).click()
    await fay.page.getByRole('button', { name: 'Reveal to everybody' }).click()
    await expect.poll(() => lena.has(callBack)).toBe(true)
    await expect.poll(() => fay.has(voiceCode)).toBe(true)
    await expect.poll(() => lena.board.shownPictures()).toBe(1)
    const revealed = (await api.readRecords(id)).filter(({ parentId }) => parentId?.includes('tuesday-sheet'))
    expect(revealed.map(({ type }) => type).toSorted()).toEqual(['draw', 'image', 'note', 'note'])
    for (const record of revealed) expect(record).toHaveProperty('meta', {})
    await carryOn('Hand in', 'Gallery · Wednesday', /Solution sketch/)
  })

  await test.step('Wednesday: dots inside a sketch, critique, straw poll, super-vote', async () => {
    await begin('Tuesday')
    await expectCarried('Gallery', voiceCode, 'Sketch 1 · Tuesday')
    await expectCarried('Gallery', callBack, 'Sketch 3 · Tuesday')
    await goTo('Heat map')
    await fay.bar.getByRole('button', { name: 'Open the vote' }).click()
    await lena.board.expectBroughtTo('Gallery')
    await lena.page.getByRole('main').locator('[data-shape-type="image"]').click()
    await expect(lena.bar.getByText('29 of 30 dots left')).toBeVisible()
    await closeVote('1 vote')

    await goTo('Speed critique')
    await fay.board.writeInList('Gallery', 'Works on any phone', { part: 'Column: Sketch 1, row: Stands out' })

    await goTo('Straw poll')
    await fay.board.writeInList('Straw poll', 'The voice code', { part: 'Sketch 1' })
    await fay.board.writeInList('Straw poll', 'The jetty phone', { part: 'Sketch 2' })
    await fay.bar.getByRole('button', { name: 'Open the vote' }).click()
    await putDot(lena, 'The voice code')
    await putDot(tavita, 'The voice code')
    await closeVote('2 votes')
    await carryOn('Straw poll', 'Super-vote', /All/)

    await goTo('Super-vote')
    await expectCarried('Super-vote', 'The jetty phone', 'Straw poll · Wednesday')
    await fay.bar.getByRole('button', { name: 'Open the vote' }).click()
    await expect(fay.bar.getByText('3 of 3 super-votes left')).toBeVisible()
    await fay.bar.getByText('Super-votes', { exact: true }).click()
    await putDot(fay, 'The voice code')
    await closeVote('1 super-vote')
    await carryOn('Super-vote', 'Rumble or all in one')
    await expectCarried('Rumble or all in one', 'The voice code', 'Super-vote · Wednesday')
  })

  const firstFrames = ['Frame 1: Before they know of it', 'Frame 2: They come across it']
  const scenes = Array.from({ length: 15 }, (_, i) => ({
    frame: firstFrames[i] ?? `Frame ${i + 1}`,
    text: `Scene ${i + 1} of 15`,
  }))
  await test.step('a storyboard of fifteen frames becomes Thursday’s scenes', async () => {
    // All that she came for is done; the rest of the week is not shown on a phone.
    await tavita.page.close()
    await goTo('Finish the storyboard')
    const [written, others] = [scenes.slice(0, 2), scenes.slice(2)]
    for (const { frame, text } of written) await fay.board.writeInList('Storyboard', text, { part: frame })
    const storyboard = (await api.readRecords(id)).find((record) => record.id === 'shape:zone-wednesday-storyboard')
    const peer = await writeInFrames(app.origin, id, storyboard?.props as ZoneProps, others)
    for (const { frame, text } of others)
      await expect(fay.board.listed('Storyboard', text).getByText(frame, { exact: true })).toBeVisible()
    peer.leave()
    await carryOn('Finish the storyboard', 'Scenes · Thursday')
    await begin('Wednesday')
    for (const { text } of scenes) await expectCarried('Scenes', text, 'Storyboard · Wednesday')
  })

  await test.step('Thursday: the script of the interviews goes on', async () => {
    await goTo('Ready for Friday')
    await fay.board.writeInList('Interview script', 'Show me how you would book')
    await carryOn('Ready for Friday', 'Interview in five acts · Friday')
  })

  await test.step('Friday: the grid counts, and Monday’s question leads back to Monday', async () => {
    await begin('Thursday')
    await expectCarried('Interview in five acts', 'Show me how you would book', 'Interview script · Thursday')
    for (const person of [1, 2, 4]) {
      const part = `Column: Person ${person}, row: First look`
      await fay.board.writeInList('Interview grid', `Person ${person} dials at once`, { part, value: 'Positive' })
    }
    await expect(fay.board.noteList.getByText('First look: 3 of 5')).toBeVisible()

    // Whoever goes elsewhere while she is being brought to the step is brought there all the same.
    await expect(fay.page.getByText(/^Going to /)).toHaveCount(0)
    const back = await expectCarried('Sprint questions answered', question, 'Sprint questions · Monday')
    await back.click()
    await expect(fay.page.getByRole('button', { name: /Monday$/, expanded: false })).toBeVisible()
    await expect(fay.board.note(question)).toBeInViewport()

    await goTo('Patterns')
    await fay.board.writeInList('Patterns', 'People dial without being told', { part: '+ Works', value: '3 of 5' })

    await goTo('Answer the questions')
    const asked = fay.board.listed('Sprint questions answered', question)
    await asked.getByRole('button', { name: `Edit: ${question}` }).click()
    const section = fay.board.noteList.getByRole('group', { name: 'Sprint questions answered', exact: true })
    await section.getByRole('radio', { name: 'Partly' }).click()
    await section.getByRole('button', { name: 'Save note' }).click()
    await expect(asked.getByText('Partly')).toBeVisible()
  })

  await test.step('the decision becomes a pilot card, and is in the summary', async () => {
    await goTo('Decide')
    await fay.board.writeInList('Decision', decision, { part: 'Pilot', value: 'Pilot' })
    await carryOn('Decide', 'Pilot card')
    await expectCarried('Pilot card', decision, 'Decision · Friday')
    await fay.session.rail.getByRole('button', { name: 'End the session' }).last().click()
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
    await fay.session.rail.getByRole('button', { name: 'Show the summary' }).click()
    const summary = fay.page.getByRole('dialog', { name: 'Summary' })
    await expect(summary.getByText('What it came to: Decide')).toBeVisible()
    await expect(summary.getByText(decision).first()).toBeVisible()
  })
})

type Scene = { readonly frame: string; readonly text: string }

/** Somebody whose screen is not shown puts each into its frame of the storyboard. */
async function writeInFrames(origin: string, boardId: string, storyboard: ZoneProps, scenes: readonly Scene[]) {
  const peer = await joinAsPeer({ origin, boardId, token: adminToken })
  const { cells } = planOf(storyboard)
  for (const { frame, text } of scenes) {
    const cell = cells.find(({ words }) => words.en === frame)
    if (!cell) throw new Error(`there is no ${frame}`)
    const middle = { x: cell.box.x + cell.box.w / 2 - noteSide / 2, y: cell.box.y + cell.box.h / 2 - noteSide / 2 }
    peer.writeNote(text, { ...middle, parentId: 'shape:zone-wednesday-storyboard' })
  }
  return peer
}

type Guest = { readonly page: Page; readonly board: BoardPage; readonly bar: ReturnType<Page['getByRole']> }

async function putDot({ page, bar }: Guest, words: string) {
  await bar.getByRole('button', { name: 'Vote in a list' }).click()
  const list = page.getByRole('complementary', { name: 'Votes' })
  await list.getByRole('button', { name: `Put a dot on “${words}”` }).click()
  await list.getByRole('button', { name: 'Close the panel' }).click()
}

async function draw({ page, board }: Guest, sheet: string) {
  await page.keyboard.press('d')
  const [from, to] = [await board.pointIn(sheet, { x: 0.4, y: 0.75 }), await board.pointIn(sheet, { x: 0.6, y: 0.9 })]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}

/** From a phone, into the part for the solution sketch. */
async function addPhoto({ page, board }: Guest, sheet: string) {
  await page.getByRole('button', { name: /Tuesday$/ }).click()
  await page.getByRole('menuitem', { name: sheet, exact: true }).click()
  await board.expectBroughtTo(sheet)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('tools.asset').click()])
  await chooser.setFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: await photo(page) })
  await expect.poll(() => board.shownPictures()).toBe(1)
  const picture = await page.getByRole('main').locator('[data-shape-type="image"]').boundingBox()
  const to = await board.pointIn(sheet, { x: 0.5, y: 0.85 })
  await page.mouse.move((picture?.x ?? 0) + (picture?.width ?? 0) / 2, (picture?.y ?? 0) + (picture?.height ?? 0) / 2)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

async function photo(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 300)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = 'tomato'
    pen.fillRect(0, 0, 400, 300)
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())]
  })
  return Buffer.from(bytes)
}
