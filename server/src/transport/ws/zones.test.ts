import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { maxZones } from '#shared/limits.ts'
import { facilitatedBoard, type Writer, writerOn } from '../../testing/alone-facts.ts'
import { note, zone } from '../../testing/board-content.ts'
import { recordsOf } from '../../testing/facts.ts'
import type { RawClient } from '../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { until } from '../../testing/until.ts'

const ideas = 'shape:ideas'

function drawn(id: string, key: string, props: Record<string, unknown> = {}, more: Partial<BoardRecord> = {}) {
  return zone(id, { ...more, props: { ...zone('').props, key, w: 1_600, h: 1_000, ...props } })
}

let server: TestServer
let boardId: string
let ana: Writer
let line: RawClient
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ boardId, line, ana } = await facilitatedBoard(server, (records) => records.put(drawn(ideas, 'ideas'))))
})

const zonesOn = async () => (await recordsOf(server, boardId)).filter(({ type }) => type === 'zone')
const find = async (id: string) => (await zonesOn()).find((record) => record.id === id)

test('[CH2] a zone that a facilitator draws, names, moves and puts in order is everybody’s at once', async () => {
  const anas = await ana.onBoard()
  await until('the zone', () => anas.records.has(ideas))
  const renamed = drawn(ideas, 'ideas', { heading: { en: 'Bold ideas' }, order: 3, w: 2_000 }, { x: 500 })
  line.edit((records) => records.change(drawn(ideas, 'ideas'), renamed))
  await until('its name', () => anas.records.read(ideas)?.x === 500)
  expect(anas.records.read(ideas)).toMatchObject({ props: { heading: { en: 'Bold ideas' }, order: 3, w: 2_000 } })
})

test('[CH2] whatever a participant does to zones is taken back and said, and what she put into one stays', async () => {
  const anas = await ana.onBoard()
  await until('the zone', () => anas.records.has(ideas))
  const changes: ((zone: BoardRecord) => BoardRecord)[] = [
    (now) => ({ ...now, x: 900 }),
    (now) => ({ ...now, props: { ...now.props, heading: { en: 'Mine' } } }),
    (now) => ({ ...now, props: { ...now.props, order: 7 } }),
    (now) => ({ ...now, props: { ...now.props, background: 'columns', labels: [{ en: 'Mine' }] } }),
    (now) => ({ ...now, type: 'frame', props: { w: 10, h: 10, name: '', color: 'black' } }),
  ]
  for (const [i, change] of changes.entries()) {
    anas.edit((records) => {
      const now = records.read(ideas)
      if (now) records.put(change(now))
    })
    await until('the notice', () => anas.notices.length > i)
  }
  anas.edit((records) => records.put(drawn('shape:mine', 'mine')))
  anas.edit((records) => records.put(note('shape:note', 'stays', { parentId: ideas })))
  anas.edit((records) => records.remove(ideas))
  const told = () => new Set(anas.notices.flatMap((notice) => ('recordIds' in notice ? notice.recordIds : [])))
  await until('the notices', () => anas.notices.length > changes.length && told().has('shape:mine'))
  expect(new Set(anas.notices.map((notice) => 'reason' in notice && notice.reason))).toEqual(
    new Set(['template_layer']),
  )
  await until('the zone as it was', () => anas.records.read(ideas)?.x === 0 && !anas.records.has('shape:mine'))
  await until('the note', () => line.records.has('shape:note'))
  expect(await zonesOn()).toEqual([expect.objectContaining({ id: ideas, x: 0, type: 'zone' })])
  expect(anas.records.read('shape:note')?.parentId).toBe(ideas)
})

describe('[CH16] what no zone may be is taken back', () => {
  test.each<[string, Record<string, unknown>, Partial<BoardRecord>?]>([
    ['with a name that is too long', { heading: { en: 'x'.repeat(121) } }],
    ['without a name', { heading: { en: ' ' } }],
    ['with a name that turns the words beside it round', { heading: { en: 'Ideas \u202Eround' } }],
    ['with a label in which there is what nobody sees', { background: 'columns', labels: [{ en: 'Now\u0007' }] }],
    ['with a name in what is no language', { heading: { en: 'Ideas', '<script>': 'alert(1)' } }],
    ['with a key that is none', { key: '<script>' }],
    ['with the key of another one', { key: 'ideas' }],
    ['larger than a board', { w: 1e9 }],
    ['too small to be seen', { h: 3 }],
    ['nowhere', {}, { x: 1e9 }],
    ['in another zone', {}, { parentId: ideas }],
    ['with a thousand columns', { background: 'columns', labels: Array(1_000).fill({ en: 'A' }) }],
    ['for fewer than nobody', { capacity: -4 }],
    ['in an order that is no whole number', { order: 1.5 }],
    ['of a width that is no number', { w: Number.NaN }],
    ['of a background that nobody draws', { background: 'javascript' }],
    ['with what nobody knows', { onclick: 'alert(1)' }],
  ])('%s', async (_, props, more) => {
    line.edit((records) => records.put(drawn('shape:odd', 'odd', props, more)))
    await until('the notice', () => line.notices.length > 0)
    expect(line.notices).toEqual([{ code: 'taken_back', reason: 'invalid', recordIds: ['shape:odd'] }])
    expect((await zonesOn()).map(({ id }) => id)).toEqual([ideas])
  })

  test('and with it nothing else of the update; a change goes back to what it was', async () => {
    line.edit((records) => {
      records.change(drawn(ideas, 'ideas'), drawn(ideas, 'ideas', { heading: { en: '' } }))
      records.put(drawn('shape:twice', 'two'))
      records.put(drawn('shape:again', 'two'))
    })
    await until('the notice', () => line.notices.length > 0)
    expect((await find(ideas))?.props?.heading).toEqual({ en: 'Ideas' })
    const keys = (await zonesOn()).map(({ props }) => props?.key)
    expect(keys.toSorted()).toEqual(['ideas', 'two'])
  })

  test('beyond as many as there may be', async () => {
    line.edit((records) => {
      for (let i = 1; i <= maxZones; i += 1) records.put(drawn(`shape:z${i}`, `zone-${i}`))
    })
    await until('the notice', () => line.notices.length > 0)
    expect(line.notices).toEqual([{ code: 'limit', limit: 'maxZones', recordIds: [`shape:z${maxZones}`] }])
    expect(await zonesOn()).toHaveLength(maxZones)
  })
})

test('[CH16] a key is free again when its zone is gone, in the same update as well', async () => {
  line.edit((records) => {
    records.remove(ideas)
    records.put(drawn('shape:next', 'ideas'))
  })
  await until('the next zone', async () => (await find('shape:next')) !== undefined)
  expect(line.notices).toEqual([])
})

test('[CH2] two facilitators who draw, name and order at the same time come to the same', async () => {
  const flo = await (await writerOn(server, boardId, 'facilitator')).onBoard()
  await until('the zone', () => flo.records.has(ideas))
  line.edit((records) => {
    records.put(drawn('shape:a', 'a', { order: 2 }))
    records.change(drawn(ideas, 'ideas'), drawn(ideas, 'ideas', { order: 5 }))
  })
  flo.edit((records) => {
    records.put(drawn('shape:b', 'b', { order: 2 }))
    records.change(drawn(ideas, 'ideas'), drawn(ideas, 'ideas', { heading: { en: 'Named by Flo' } }))
  })
  const stand = (client: RawClient) => [ideas, 'shape:a', 'shape:b'].map((id) => client.records.read(id))
  await until('both to have all', () => stand(flo).every(Boolean) && stand(line).every(Boolean))
  await until('the same', () => JSON.stringify(stand(flo)) === JSON.stringify(stand(line)))
  expect(line.records.read(ideas)?.props).toMatchObject({ order: 5, heading: { en: 'Named by Flo' } })
})
