import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { firstPageId } from '#shared/board/new-board.ts'
import { pageRecord } from '#shared/board/pages.ts'
import { maxPages } from '#shared/limits.ts'
import { allSaved, facilitatedBoard, startAlone, type Writer } from '../../testing/alone-facts.ts'
import { note, zone } from '../../testing/board-content.ts'
import { recordsOf } from '../../testing/facts.ts'
import { program } from '../../testing/http-client.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { until } from '../../testing/until.ts'

const second = 'page:second'
const page = (id: string, place = 1) => pageRecord(id, place, { en: 'Tuesday', ar: 'الثلاثاء' })

let server: TestServer
let boardId: string
let ana: Writer
let line: RawClient
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ boardId, line, ana } = await facilitatedBoard(server, (records) => {
    records.put(page(second))
    records.put(
      zone('shape:sheet', { parentId: second, props: { ...zone('').props, key: 'sheet', w: 2_000, h: 1_500 } }),
    )
  }))
})

const recordsOn = () => recordsOf(server, boardId)
const find = async (id: string) => (await recordsOn()).find((record) => record.id === id)

test('[CH14] a page that a facilitator makes is everybody’s, and so is its name', async () => {
  const anas = await ana.onBoard()
  await until('the page', () => anas.records.has(second))
  line.edit((records) => records.change(page(second), { ...page(second), name: 'Market day', meta: {} }))
  await until('its name', () => anas.records.read(second)?.name === 'Market day')
  expect(anas.records.read(second)?.meta).toEqual({})
})

test('[CH14] a participant makes, names and takes away none', async () => {
  const anas = await ana.onBoard()
  anas.edit((records) => records.put(page('page:mine', 2)))
  anas.edit((records) => records.change(page(second), { ...page(second), name: 'Mine' }))
  anas.edit((records) => records.remove(second))
  await until('three notices', () => anas.notices.length >= 3)
  expect(anas.notices.map((notice) => 'reason' in notice && notice.reason)).toEqual(Array(3).fill('template_layer'))
  await until('what was there before', () => anas.records.read(second)?.name === 'Tuesday')
  expect(anas.records.has('page:mine')).toBe(false)
  expect(await find(second)).toMatchObject({ name: 'Tuesday' })
})

test('[CH14] a page with something on it is not taken away, an empty one is', async () => {
  line.edit((records) => records.remove(second))
  await until('the notice', () => line.notices.length > 0)
  expect(line.notices).toEqual([{ code: 'taken_back', reason: 'unsound', recordIds: [second] }])
  await until('the page', () => line.records.has(second))
  expect((await find('shape:sheet'))?.parentId).toBe(second)
  line.edit((records) => {
    records.remove('shape:sheet')
    records.remove(second)
  })
  await until('the page to be gone', async () => (await find(second)) === undefined)
})

test('[CH14] there are no more pages than there may be', async () => {
  line.edit((records) => {
    for (let i = 2; i <= maxPages; i += 1) records.put(page(`page:p${i}`, i))
  })
  await until('the notice', () => line.notices.length > 0)
  expect(line.notices).toEqual([{ code: 'limit', limit: 'maxPages', recordIds: [`page:p${maxPages}`] }])
  expect((await recordsOn()).filter(({ typeName }) => typeName === 'page')).toHaveLength(maxPages)
})

test('[WA3] what is written alone lies on the page where it was written, and is revealed there', async () => {
  await startAlone(server, boardId)
  const alone = await ana.alone()
  alone.edit((records) => {
    records.put(note('shape:free', 'on the second page', { parentId: second }))
    records.put(note('shape:in', 'in its zone', { parentId: 'shape:sheet', x: 300, y: 700 }))
    records.put(note('shape:lost', 'on no page', { parentId: 'page:nowhere' }))
  })
  await allSaved(alone, 1)
  expect(alone.records.read('shape:free')?.parentId).toBe(second)
  expect(alone.records.read('shape:lost')?.parentId).toBe(firstPageId)
  expect(await find('shape:free')).toBeUndefined()
  await program(server).post(`/api/boards/${boardId}/session/reveal`, { scope: 'all' })
  expect((await find('shape:free'))?.parentId).toBe(second)
  expect((await find('shape:in'))?.parentId).toBe('shape:sheet')
  expect((await find('shape:lost'))?.parentId).toBe(firstPageId)
})
