import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../../testing/board-content.ts'
import { participant } from '../../../testing/facts.ts'
import { boardWith, carryOver, chosen, feedingBoards } from '../../../testing/feed-facts.ts'
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
  ;({ pilotId, from, to } = await feedingBoards(server, chosen('a')))
})

const carry = () => carryOver(server, { from, to }, { ids: ['shape:a'], zone: 'hmw-inbox' })

describe('where copies came from', () => {
  const origins = (client: ReturnType<typeof program>) => client.get(`/api/boards/${to}/origins`)

  test('is told to those who are on that board, and of one that is gone that it is', async () => {
    await carry()
    expect((await origins(program(server))).body).toEqual([{ id: from, state: 'open', title: 'HMW in Suva' }])
    await program(server).delete(`/api/boards/${from}`)
    expect((await origins(program(server))).body).toEqual([{ id: from, state: 'gone', title: '' }])
  })

  test('is not told to guests of this board, who learn not even whether it is there', async () => {
    await carry()
    await writeOn(server, to, (records) => {
      const made = note('shape:forged', 'forged')
      records.put({ ...made, meta: { copiedFrom: 'shape:x', copiedBoard: 'none-such-board' } })
    })
    const { device } = await participant(server, to)
    expect((await origins(device)).body).toEqual([
      { id: from, state: 'closed', title: '' },
      { id: 'none-such-board', state: 'closed', title: '' },
    ])
  })
})

describe('where things go on', () => {
  const ask = (id: string, client = program(server)) => client.get(`/api/boards/${id}/continuations?lang=en`)

  test('are the boards that wait for them first, and templates that continue this one', async () => {
    await boardWith(server, pilotId, { title: 'Notes' })
    const { body } = await ask(from)
    expect(body.boards.map(({ title, into }: { title: string; into: string }) => [title, into])).toEqual([
      ['Monday', 'hmw-inbox'],
      ['Notes', null],
    ])
    expect(body.templates.map(({ id }: { id: string }) => id)).toEqual([
      ...['design-sprint-monday-map', 'design-sprint-week', 'action-tracker'],
    ])
    const zones = (await program(server).get(`/api/boards/${to}/zones?lang=en`)).body
    expect(zones[0]).toEqual({ key: 'goal', heading: 'Long-term goal' })
  })

  test('to a facilitator by invitation are boards she is a facilitator of, and no templates', async () => {
    const { device } = await participant(server, from, 'facilitator')
    const { body: invited } = await program(server).post(`/api/boards/${to}/invites`, { role: 'editor' })
    await device.post('/api/join', { code: invited.code, name: 'Sela' })
    expect((await ask(from, device as ReturnType<typeof program>)).body).toEqual({ boards: [], templates: [] })
    const { device: guest } = await participant(server, from, 'editor')
    expect((await ask(from, guest as ReturnType<typeof program>)).status).toBe(403)
  })
})
