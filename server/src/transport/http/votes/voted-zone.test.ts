import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { zone } from '../../../testing/board-content.ts'
import { connectForThisTest } from '../../../testing/for-this-test.ts'
import { socketUrl } from '../../../testing/http-client.ts'
import type { RawClient } from '../../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'
import { countsOf, type TestVoter, type VotedBoard, votedBoard } from '../../../testing/vote-facts.ts'

const zoneId = 'shape:zone'

let server: TestServer
let at: VotedBoard
let ana: TestVoter
let fay: RawClient
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  at = await votedBoard(server)
  ana = await at.join()
  fay = await connectForThisTest(socketUrl(server), server.adminToken, { boardId: at.boardId })
  await until('the zone', () => fay.records.has(zoneId))
})

/** As our own client does it: what lies in the zone stays on the page, in its place. */
function deleteZone() {
  const held = fay.records.read(zoneId)
  fay.edit((records) => {
    for (const name of 'abcde') {
      const note = records.read(`shape:${name}`)
      if (!note) continue
      const place = { x: Number(note.x) + Number(held?.x), y: Number(note.y) + Number(held?.y), parentId: 'page:page' }
      records.change(note, { ...note, ...place })
    }
    records.remove(zoneId)
  })
}
const readAll = async () => (await at.operator.get(`/api/boards/${at.boardId}/records`)).body.records
const find = async (id: string) => (await readAll()).find((record: BoardRecord) => record.id === id)
const isDeleted = async () => (await find(zoneId)) === undefined

describe('[CH18] a zone in which a vote is open', () => {
  test('stays, with what lies in it, whatever a facilitator does, and people go on voting; closed, it may go', async () => {
    await at.open()
    await ana.put(0, 'a')
    deleteZone()
    await until('the notice', () => fay.notices.length > 0)
    expect(fay.notices).toEqual([
      { code: 'taken_back', reason: 'vote', recordIds: expect.arrayContaining([zoneId, 'shape:a']) },
    ])
    expect(await find('shape:a')).toMatchObject({ parentId: zoneId, x: 0, y: 0 })
    expect((await ana.put(1, 'b')).status).toBe(200)
    expect(countsOf((await at.close()).body)).toEqual({ 'shape:a': 1, 'shape:b': 1 })
    await until('the zone to be back', () => fay.records.read('shape:a')?.parentId === zoneId)
    deleteZone()
    await until('the zone to be gone', isDeleted)
    expect(fay.notices).toHaveLength(1)
  })

  test('keeps the key that the vote knows it by, and loses what was deleted in it by itself', async () => {
    await at.open()
    fay.edit((records) => {
      records.change(zone(zoneId), zone(zoneId, { props: { ...zone('').props, key: 'another' } }))
      records.remove('shape:b')
    })
    await until('the notice', () => fay.notices.length > 0)
    expect(fay.notices).toEqual([{ code: 'taken_back', reason: 'vote', recordIds: [zoneId] }])
    expect(await find(zoneId)).toMatchObject({ props: { key: 'ideas' } })
    expect(await find('shape:b')).toBeUndefined()
  })

  test('can be renamed, moved and reshaped meanwhile, and no dot is lost', async () => {
    await at.open()
    await ana.put(0, 'a')
    const props = { ...zone('').props, heading: { en: 'Bold ideas' }, w: 3_000, background: 'columns' }
    fay.edit((records) => records.change(zone(zoneId), zone(zoneId, { x: 4_000, props: { ...props, labels: [] } })))
    await until('the change', async () => (await find(zoneId))?.x === 4_000)
    expect((await ana.put(1, 'b')).status).toBe(200)
    expect((await at.close()).body.result.targets).toMatchObject([
      { targetId: 'shape:a', votes: 1, zone: 'ideas', isGone: false },
      { targetId: 'shape:b', votes: 1, zone: 'ideas', isGone: false },
    ])
    expect(fay.notices).toEqual([])
  })
})

test('[CH18] where the whole board is voted on, and in other zones, a zone may go', async () => {
  await at.open({ zones: [] })
  await ana.put(0, 'a')
  deleteZone()
  await until('the zone to be gone', isDeleted)
  expect(fay.notices).toEqual([])
  expect((await at.close()).body.result.targets).toMatchObject([{ targetId: 'shape:a', votes: 1, zone: null }])
})
