import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { overlaps } from '#shared/board/box.ts'
import { cellAt, planOf } from '#shared/board/drawing/cell-at.ts'
import { wordsOf } from '#shared/board/note-kind.ts'
import { boxOfNote } from '#shared/board/note-place.ts'
import { voteSetup } from '#shared/session/votes/testing/votes.ts'
import { allSaved, startAlone, writerOn } from '../../../testing/alone-facts.ts'
import { note, picture } from '../../../testing/board-content.ts'
import { account, board, participant, recordsOf } from '../../../testing/facts.ts'
import { boardWith, carryOver, chosen, feedingBoards, heldIn } from '../../../testing/feed-facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { writeOn } from '../../../testing/write-on.ts'

let server: TestServer
let pilotId: string
let from: string
let to: string

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ pilotId, from, to } = await feedingBoards(server, chosen('a', 'b', 'c')))
})

const path = (rest = '') => `/api/boards/${to}/feeds${rest}`
const carry = (ids: unknown, more: object = {}, client = program(server)) =>
  carryOver(server, { from, to }, { ids, zone: 'hmw-inbox', ...more }, client)
const wordsIn = async (zone: string) => (await heldIn(server, to, zone)).map(wordsOf)

async function vote(ids: readonly string[]) {
  const voting = `/api/boards/${from}/votes`
  const body = { key: `round-${from}`, title: '', setup: voteSetup({ zones: ['chosen'] }) }
  const { id } = (await program(server).post(voting, body)).body
  const { joined } = await participant(server, from)
  for (const [slot, target] of ids.entries())
    await program(server, joined.token).send('PUT', `${voting}/${id}/dots/${slot}`, JSON.stringify({ target }), {
      'content-type': 'application/json',
    })
  return () => program(server).post(`${voting}/${id}/close`)
}

describe('the other boards of the pilot', () => {
  test('are listed, those that feed this one first, with how much they have for it', async () => {
    await boardWith(server, pilotId, { title: 'Notes' })
    await (await vote(['shape:b']))()
    await board(server)
    const { status, body } = await program(server).get(path())
    expect(status).toBe(200)
    expect(body.map(({ title }: { title: string }) => title)).toEqual(['HMW in Suva', 'Notes'])
    expect(body[0]).toMatchObject({
      ...{ id: from, noteCount: 3, votedCount: 1 },
      feeds: [{ into: 'hmw-inbox', zones: ['chosen', 'clusters'] }],
    })
    expect(body[1]).toMatchObject({ noteCount: null, feeds: [] })
  })

  test('show what can be taken of them, what was voted for first, in the reader’s language', async () => {
    const close = await vote(['shape:c', 'shape:b'])
    const read = async (lang = 'en') => (await program(server).get(path(`/${from}?lang=${lang}`))).body
    // An open round is told to nobody.
    expect((await read()).items.map(({ votes }: { votes: number }) => votes)).toEqual([0, 0, 0])
    await close()
    const content = await read()
    expect(content.items.map(({ id, votes }: { id: string; votes: number }) => [id, votes])).toEqual([
      ['shape:b', 1],
      ['shape:c', 1],
      ['shape:a', 0],
    ])
    expect(content.zones.find(({ key }: { key: string }) => key === 'chosen')).toMatchObject({ count: 3 })
    const arabic = (await read('ar')).zones.map(({ heading }: { heading: string }) => heading)
    expect(arabic).not.toEqual(content.zones.map(({ heading }: { heading: string }) => heading))
  })

  test('never show what somebody is writing alone, and nobody carries it', async () => {
    await startAlone(server, from)
    const ana = await writerOn(server, from)
    const alone = await ana.alone()
    alone.edit((records) => records.put(note('shape:secret', 'not for you yet', { parentId: 'shape:zone-chosen' })))
    await allSaved(alone, 1)
    const { body } = await program(server).get(path(`/${from}`))
    expect(JSON.stringify(body)).not.toContain('not for you yet')
    expect((await carry(['shape:secret'])).body).toEqual({ ids: [], copiedCount: 0, thereCount: 0, goneCount: 1 })
    alone.stop()
  })
})

describe('[CH17] what is carried to another board', () => {
  test('is there as copies that say where they came from and who carried them, not who wrote them', async () => {
    await (await vote(['shape:b', 'shape:b']))()
    await writeOn(server, from, (records) => {
      const made = note('shape:d', 'By somebody', { parentId: 'shape:zone-chosen' })
      records.put({ ...made, meta: { value_risk: 3, mood: 'private' } })
    })
    const { browser, id: anaId } = await account(server)
    const { status, body } = await carry(['shape:b', 'shape:d'], {}, browser)
    expect([status, body.ids.length, body.thereCount, body.goneCount]).toEqual([201, 2, 0, 0])
    const copies = await heldIn(server, to, 'hmw-inbox')
    expect(copies.map(wordsOf)).toEqual(['How might we b?', 'By somebody'])
    const origin = { copiedZone: 'chosen', copiedBoard: from, copiedAt: expect.any(Number), by: anaId }
    expect(copies.map(({ meta }) => meta)).toEqual([
      { copiedFrom: 'shape:b', copiedVotes: 2, ...origin },
      { copiedFrom: 'shape:d', ...origin },
    ])
    const places = copies.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(2)
  })

  test('is not carried a second time, whatever zone it lies in, nor back to where it came from', async () => {
    const first = await carry(['shape:a', 'shape:gone'])
    expect(first.body).toMatchObject({ ids: [expect.any(String)], thereCount: 0, goneCount: 1 })
    expect((await carry(['shape:a', 'shape:b'], { zone: 'goal' })).body).toMatchObject({
      ...{ ids: [expect.any(String)], thereCount: 1, goneCount: 0 },
    })
    const listed = (await program(server).get(path(`/${from}`))).body.items
    expect(listed.map(({ isThere }: { isThere: boolean }) => isThere)).toEqual([true, true, false])
    const back = await carryOver(server, { from: to, to: from }, { ids: first.body.ids, zone: 'chosen' })
    expect(back.body).toMatchObject({ ids: [], thereCount: 1 })
  })

  test('can be planned without being written, for the board that is open to put down', async () => {
    const { status, body } = await program(server).post(path(`/${from}/plan`), { ids: ['shape:a'], zone: 'hmw-inbox' })
    expect(status).toBe(200)
    expect(body.records).toHaveLength(1)
    expect(await wordsIn('hmw-inbox')).toEqual([])
  })

  test('takes values along where the zone asks for them, and words and values of its own where it is given some', async () => {
    const scan = await boardWith(server, pilotId, { template: 'horizon-scan' }, (records) => {
      const made = note('shape:s', 'Cheap satellites', { parentId: 'shape:zone-impact-uncertainty' })
      records.put({ ...made, meta: { value_impact: 8, value_uncertainty: 9, value_joy: 1 } })
    })
    const matrix = await boardWith(server, pilotId, { template: 'scenario-matrix' })
    await carryOver(server, { from: scan, to: matrix }, { ids: ['shape:s'], zone: 'uncertainties' })
    expect((await heldIn(server, matrix, 'uncertainties'))[0]?.meta).toMatchObject({
      ...{ value_impact: 8, value_uncertainty: 9 },
    })
    const tracker = await boardWith(server, pilotId, { template: 'action-tracker' })
    await carryOver(
      server,
      { from: scan, to: tracker },
      {
        ids: ['shape:s'],
        zone: 'new-actions',
        text: 'Ask two operators',
        values: { owner: 'Sela', due: '2026-12-01', impact: 3 },
      },
    )
    const [action] = await heldIn(server, tracker, 'new-actions')
    expect(action && wordsOf(action)).toBe('Ask two operators')
    expect(action?.meta).toMatchObject({ value_owner: 'Sela', value_due: '2026-12-01', copiedFrom: 'shape:s' })
    expect(action?.meta).not.toHaveProperty('value_impact')
  })

  test('keeps its stage where a journey becomes a blueprint, where several are of one size and lie beside one another', async () => {
    const journey = await boardWith(server, pilotId, { template: 'journey-map' })
    const blueprint = await boardWith(server, pilotId, { template: 'service-blueprint' })
    const zoneOf = async (id: string, key: string) =>
      (await recordsOf(server, id)).find((record) => record.id === `shape:zone-${key}`)?.props as never
    const [table, wanted] = [await zoneOf(journey, 'findings'), await zoneOf(blueprint, 'underneath')]
    const pains = planOf(table).cells.find(({ column, row }) => column === 3 && row === 0)
    const { x = 0, y = 0 } = pains?.box ?? {}
    const ids = ['shape:p', 'shape:q', 'shape:r', 'shape:s']
    await writeOn(server, journey, (records) => {
      for (const id of ids) records.put(note(id, 'The app is slow', { parentId: 'shape:zone-findings', x, y }))
    })
    await carryOver(server, { from: journey, to: blueprint }, { ids, zone: 'underneath' })
    const boxes = (await heldIn(server, blueprint, 'underneath')).map(boxOfNote)
    expect(boxes).toHaveLength(ids.length)
    for (const box of boxes) expect(cellAt(wanted, box)).toMatchObject({ column: 3, row: 3 })
    expect(new Set(boxes.map(({ w }) => w)).size).toBe(1)
    for (const [i, box] of boxes.entries()) expect(boxes.slice(i + 1).some((other) => overlaps(box, other))).toBe(false)
  })

  test('shows the same picture, without the name of its file', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { body: file } = await program(server).send('POST', `/api/boards/${from}/files`, new Uint8Array(png), {
      'content-type': 'application/octet-stream',
    })
    const props = { src: file.source, w: 1, h: 1, name: 'Selas phone.png', isAnimated: false, mimeType: 'image/png' }
    await writeOn(server, from, (records) => {
      records.put({ id: 'asset:p', typeName: 'asset', type: 'image', meta: {}, props: { ...props, fileSize: 68 } })
      const shown = picture('shape:p', 'A sketch', { parentId: 'shape:zone-chosen' })
      records.put({ ...shown, props: { ...shown.props, assetId: 'asset:p' } })
    })
    expect((await carry(['shape:p'])).status).toBe(201)
    const records = await recordsOf(server, to)
    const copy = records.find(({ type, typeName }) => typeName === 'shape' && type === 'image')
    const asset = records.find(({ id }) => id === copy?.props?.assetId)
    expect(asset?.props).toMatchObject({ src: file.source, name: '' })
    expect(asset?.id).not.toBe('asset:p')
  })

  test('is taken away again by who carried it, and by nobody else', async () => {
    const { browser } = await account(server)
    const { body } = await carry(['shape:a', 'shape:b'], {}, browser)
    const undo = (client: ReturnType<typeof program>) =>
      client.post(path('/undo'), { ids: [...body.ids, 'shape:zone-goal'] })
    expect((await undo(program(server))).body).toEqual({ count: 0 })
    expect((await undo(browser)).body).toEqual({ count: 2 })
    expect(await wordsIn('hmw-inbox')).toEqual([])
    expect((await recordsOf(server, to)).some(({ id }) => id === 'shape:zone-goal')).toBe(true)
  })
})
