import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CarriedToBoard } from '#shared/http/feeds.ts'
import { note } from '../../../testing/board-content.ts'
import { participant, pilot } from '../../../testing/facts.ts'
import { boardWith, carryOver, chosen, feedingBoards, heldIn } from '../../../testing/feed-facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { writeOn } from '../../../testing/write-on.ts'

let server: TestServer
let pilotId: string
/** The board that things are carried from, and the one they go to. */
let from: string
let to: string

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ pilotId, from, to } = await feedingBoards(server, chosen('a', 'b')))
})

type Client = Pick<ReturnType<typeof program>, 'get'>
const carry = async (ids: readonly string[], toId = to): Promise<string[]> =>
  (await carryOver(server, { from, to: toId }, { ids, zone: 'hmw-inbox' })).body.ids
const carriedTo = async (client: Client = program(server), lang = 'en'): Promise<CarriedToBoard[]> =>
  (await client.get(`/api/boards/${from}/carried-to?lang=${lang}`)).body
const copiesOf = async (id: string) =>
  (await carriedTo()).flatMap(({ title, copies }) => copies.flatMap(({ of }) => (of === id ? [title] : [])))

describe('what was carried to other boards', () => {
  test('is said on the board it came from, with the zone that it lies in, in the reader’s language', async () => {
    const [copy] = await carry(['shape:a'])
    const [heading, arabic] = [(await carriedTo())[0]?.copies[0]?.heading, await carriedTo(program(server), 'ar')]
    expect(await carriedTo()).toEqual([
      {
        ...{ id: to, title: 'Monday' },
        copies: [{ of: 'shape:a', id: copy, zone: 'hmw-inbox', heading: 'How might we: inbox' }],
      },
    ])
    expect(arabic[0]?.copies[0]?.heading).not.toBe(heading)
  })

  test('is said of every board that has it, and of nothing that was not carried', async () => {
    const week = await boardWith(server, pilotId, { title: 'Week', template: 'design-sprint-monday-map' })
    await carry(['shape:a'])
    await carry(['shape:a', 'shape:b'], week)
    expect([await copiesOf('shape:a'), await copiesOf('shape:b')]).toEqual([['Week', 'Monday'], ['Week']])
    // What is made of the note on its own board was not carried.
    await writeOn(server, from, (records) =>
      records.put(note('shape:twin', 'How might we a?', { parentId: 'shape:zone-chosen' })),
    )
    expect(await copiesOf('shape:twin')).toEqual([])
    expect((await program(server).get(`/api/boards/${to}/carried-to`)).body).toEqual([])
  })

  test('follows the copy: it is said of a copy that was moved or copied by hand, and no more of one that was taken away', async () => {
    const [copy = ''] = await carry(['shape:a'])
    const [record] = await heldIn(server, to, 'hmw-inbox')
    if (!record) throw new Error('nothing was carried')
    await writeOn(server, to, (records) => records.put({ ...record, parentId: 'shape:zone-goal' }))
    expect((await carriedTo())[0]?.copies).toMatchObject([{ zone: 'goal', heading: 'Long-term goal' }])
    await writeOn(server, to, (records) => {
      records.put({ ...record, id: 'shape:by-hand', parentId: 'page:page' })
      records.remove(copy)
    })
    expect((await carriedTo())[0]?.copies).toEqual([{ of: 'shape:a', id: 'shape:by-hand', zone: null, heading: '' }])
    await writeOn(server, to, (records) => {
      records.remove('shape:by-hand')
      records.put(note('shape:own', 'written here'))
    })
    expect(await carriedTo()).toEqual([])
  })

  test('is unsaid by undo, and said again by carrying it again', async () => {
    const ids = await carry(['shape:a', 'shape:b'])
    await program(server).post(`/api/boards/${to}/feeds/undo`, { ids })
    expect(await carriedTo()).toEqual([])
    await carry(['shape:a'])
    expect(await copiesOf('shape:a')).toEqual(['Monday'])
  })

  test('is said of a board that was put away, and not of one that was deleted', async () => {
    await carry(['shape:a'])
    expect((await program(server).patch(`/api/boards/${to}`, { isArchived: true })).status).toBe(200)
    expect(await copiesOf('shape:a')).toEqual(['Monday'])
    await program(server).delete(`/api/boards/${to}`)
    expect(await carriedTo()).toEqual([])
  })
})

describe('who may know where things went', () => {
  test('is who is on both boards, whatever she may do there; others learn of no board, not even that there is one', async () => {
    await carry(['shape:a'])
    const { device } = await participant(server, from, 'viewer')
    expect(await carriedTo(device)).toEqual([])
    const { body: invited } = await program(server).post(`/api/boards/${to}/invites`, { role: 'viewer' })
    await device.post('/api/join', { code: invited.code, name: 'Sela' })
    expect(await carriedTo(device)).toMatchObject([{ id: to, title: 'Monday' }])
  })

  test('is nobody who is not on this board', async () => {
    const { device } = await participant(server, to, 'facilitator')
    expect((await device.get(`/api/boards/${from}/carried-to`)).status).toBe(403)
    expect((await program(server, 'nobody').get(`/api/boards/${from}/carried-to`)).status).toBe(401)
  })

  test('boards of other pilots that claim to have copies are not looked at', async () => {
    const strange = await boardWith(server, (await pilot(server)).id, { title: 'Strange' }, (records) => {
      records.put({ ...note('shape:x', 'claimed'), meta: { copiedFrom: 'shape:a', copiedBoard: from } })
    })
    expect(await carriedTo()).toEqual([])
    expect(strange).not.toBe(to)
  })
})
