import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { wordsOf } from '#shared/board/note-kind.ts'
import { maxCopiesAtOnce } from '#shared/limits.ts'
import { allSaved, startAlone, writerOn } from '../../../testing/alone-facts.ts'
import { note } from '../../../testing/board-content.ts'
import { carryOver, feedingBoards, heldIn } from '../../../testing/feed-facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { writeOn } from '../../../testing/write-on.ts'

let server: TestServer
let pilotId: string
let from: string
let to: string
const all = Array.from({ length: maxCopiesAtOnce }, (_, i) => `shape:n${i}`)

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ pilotId, from, to } = await feedingBoards(server, (records) => {
    for (const [i, id] of all.entries())
      records.put(note(id, `idea ${i}`, { parentId: 'shape:zone-chosen', index: `a1V${String(i).padStart(3, '0')}V` }))
  }))
})
const carry = (ids: readonly string[], zone = 'hmw-inbox') => carryOver(server, { from, to }, { ids, zone })
const inbox = () => heldIn(server, to, 'hmw-inbox')

test('the most that goes at once, carried twice at the same moment, is there once', async () => {
  // A table of many parts: where each note looked for its place anew, this took longer than a test may.
  const answers = await Promise.all([carry(all, 'map'), carry(all, 'map'), carry(all.slice(0, 20), 'map')])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(answers.reduce((sum, { body }) => sum + body.copiedCount, 0)).toBe(maxCopiesAtOnce)
  expect(answers.reduce((sum, { body }) => sum + body.thereCount, 0)).toBe(maxCopiesAtOnce + 20)
  const copies = await heldIn(server, to, 'map')
  expect(new Set(copies.map(wordsOf)).size).toBe(maxCopiesAtOnce)
  expect(copies).toHaveLength(maxCopiesAtOnce)
})

test('one that is refused holds nobody up', async () => {
  const answers = await Promise.all([carry(all.slice(0, 3), 'gone-zone'), carry(all.slice(0, 3))])
  expect(answers.map(({ body }) => body.code ?? body.copiedCount)).toEqual(['zone_not_found', 3])
})

test('a zone that was taken off the board meanwhile, and a board that was deleted, take nothing', async () => {
  await writeOn(server, to, (records) => {
    records.remove('shape:zone-hmw-inbox')
    records.put(note('shape:own', 'written here'))
  })
  expect((await carry(all.slice(0, 3))).body.code).toBe('zone_not_found')
  expect(await inbox()).toEqual([])
  await program(server).delete(`/api/boards/${to}`)
  expect((await carry(all.slice(0, 3))).body.code).toBe('board_deleted')
})

test('a board that is put away, and one of a pilot that was stopped, still give what they have', async () => {
  await program(server).patch(`/api/boards/${from}`, { isArchived: true })
  expect((await carry(all.slice(0, 2))).body.copiedCount).toBe(2)
  const stopped = await program(server).patch(`/api/pilots/${pilotId}`, { stage: 'stopped', stoppedReason: 'No line' })
  expect(stopped.status).toBe(200)
  expect((await carry(all.slice(0, 3))).body).toMatchObject({ copiedCount: 1, thereCount: 2 })
})

test('what is carried while people write alone there is everybody’s, and what they write stays theirs', async () => {
  await startAlone(server, to)
  const ana = await writerOn(server, to)
  const alone = await ana.alone()
  alone.edit((records) => records.put(note('shape:hers', 'not for you yet', { parentId: 'shape:zone-hmw-inbox' })))
  await allSaved(alone, 1)
  expect((await carry(all.slice(0, 2))).body.copiedCount).toBe(2)
  expect((await inbox()).map(wordsOf).toSorted()).toEqual(['idea 0', 'idea 1'])
  alone.stop()
})
