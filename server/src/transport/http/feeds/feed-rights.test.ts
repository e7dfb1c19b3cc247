import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { wordsOf } from '#shared/board/note-kind.ts'
import { maxFeedRequestsPerMinute } from '#shared/limits.ts'
import { note } from '../../../testing/board-content.ts'
import { account, board, participant } from '../../../testing/facts.ts'
import { carryOver, chosen, feedingBoards, heldIn } from '../../../testing/feed-facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

let server: TestServer
let from: string
let to: string

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ from, to } = await feedingBoards(server, (records) => {
    chosen('a')(records)
    records.put(note('shape:empty', '', { parentId: 'shape:zone-chosen' }))
  }))
})

const path = (rest = '') => `/api/boards/${to}/feeds${rest}`
const carry = (ids: unknown, more: object = {}, client = program(server)) =>
  carryOver(server, { from, to }, { ids, zone: 'hmw-inbox', ...more }, client)
const wordsIn = async (zone: string) => (await heldIn(server, to, zone)).map(wordsOf)

describe('who may', () => {
  test('a facilitator who came by invitation sees and carries from boards she is on, and no others', async () => {
    const { device } = await participant(server, to, 'facilitator')
    expect((await device.get(path())).body).toEqual([])
    expect((await device.get(path(`/${from}`))).body.code).toBe('not_a_member')
    expect((await carry(['shape:a'], {}, device)).body.code).toBe('not_a_member')
    const { body: invited } = await program(server).post(`/api/boards/${from}/invites`, { role: 'viewer' })
    await device.post('/api/join', { code: invited.code, name: 'Sela' })
    expect((await device.get(path())).body).toHaveLength(1)
    expect((await carry(['shape:a'], {}, device)).status).toBe(201)
  })

  test('those who are no facilitators of the receiving board carry nothing there', async () => {
    const { device } = await participant(server, to, 'editor')
    for (const answer of [await device.get(path()), await carry(['shape:a'], {}, device)])
      expect(answer).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
    expect((await carry(['shape:a'], {}, program(server, 'nobody'))).status).toBe(401)
  })

  test('boards of another pilot, gone ones and the board itself are no source', async () => {
    const strange = await board(server)
    const ask = async (id: string) =>
      (await carryOver(server, { from: id, to }, { ids: ['shape:a'], zone: 'hmw-inbox' })).body.code
    expect([await ask(strange.id), await ask(to), await ask('none-such')]).toEqual([
      ...['other_pilot', 'other_pilot', 'board_not_found'],
    ])
    await program(server).delete(`/api/boards/${from}`)
    expect(await ask(from)).toBe('board_deleted')
    expect((await program(server).get(path())).body).toEqual([])
  })
})

describe('hostile requests', () => {
  test('ten thousand ids, ids that are none and zones that are none change nothing', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `shape:${i}`)
    const refused = [
      await carry(many),
      await carry([]),
      await carry(['../../etc/passwd']),
      await carry(['shape:a'], { zone: 'x'.repeat(100) }),
      await carry(['shape:a'], { more: true }),
      await carry(['shape:a'], { values: Object.fromEntries(many.slice(0, 50).map((id) => [id, 1])) }),
    ]
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400))
    expect((await carry(['shape:a'], { zone: 'no-such-zone' })).body.code).toBe('zone_not_found')
    expect(await wordsIn('hmw-inbox')).toEqual([])
  })

  test('zones, pages and documents are not carried as if they were notes', async () => {
    const { body } = await carry(['shape:zone-chosen', 'page:page', 'document:document', 'shape:empty'])
    expect(body).toEqual({ ids: [], copiedCount: 0, thereCount: 0, goneCount: 4 })
  })

  test('one person asks so many times a minute', async () => {
    const { browser } = await account(server)
    const asked = Array.from({ length: maxFeedRequestsPerMinute + 30 }, () =>
      browser.post(path('/undo'), { ids: ['shape:none'] }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses).toContain(429)
    expect((await program(server).get(path())).status).toBe(200)
  })
})
