import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { type LiveBoard, liveBoard, noteIn, sessionOf } from '../../../testing/live-session.ts'
import type { RawClient } from '../../../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'

const zoneId = 'shape:zone-idea-gallery'
const key = 'idea-gallery'

let server: TestServer
let at: LiveBoard
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  at = await liveBoard(server)
  await at.begin({ zones: [key], isKeptToZones: true })
})
afterEach(() => at.leave())

function zoneOf(client: RawClient): BoardRecord {
  const zone = client.records.read(zoneId)
  if (!zone) throw new Error('There is no such zone here.')
  return zone
}
function change(client: RawClient, changes: Partial<BoardRecord>) {
  client.edit((records) => {
    const zone = zoneOf(client)
    records.change(zone, { ...zone, ...changes, props: { ...zone.props, ...changes.props } })
  })
}
const zonesOfStep = (client: RawClient) => sessionOf(client)?.plan.steps[0]?.zones

describe('[SE2] while a step is kept to a zone', () => {
  test('that is renamed, moved and reshaped, people go on writing in it, where it is now, and nobody is taken anywhere', async () => {
    const [gus, ana] = [await at.come('facilitator'), await at.come()]
    ana.client.edit((records) => records.put(noteIn(key, 'shape:before', { x: 40, y: 60 })))
    await until('the note', () => gus.client.records.has('shape:before'))
    const told = ana.client.sessions.length
    change(gus.client, {
      x: 9_000,
      y: -700,
      props: {
        heading: { en: 'Bold ideas' },
        w: 2_400,
        background: 'columns',
        labels: [{ en: 'Now' }, { en: 'Later' }],
      },
    })
    await until('the change', () => zoneOf(ana.client).x === 9_000)
    expect(ana.client.records.read('shape:before')).toMatchObject({ parentId: zoneId, x: 40, y: 60 })
    ana.client.edit((records) => {
      records.put(noteIn(key, 'shape:after', { x: 2_000, y: 60 }))
      const before = records.read('shape:before')
      if (before) records.change(before, { ...before, x: 90 })
    })
    await until(
      'both',
      () => gus.client.records.has('shape:after') && gus.client.records.read('shape:before')?.x === 90,
    )
    expect(ana.client.notices).toEqual([])
    expect(zonesOfStep(ana.client)).toEqual([key])
    // The plan names zones by key: there is nothing to tell of.
    expect(ana.client.sessions.slice(told).filter(({ session }) => session !== undefined)).toEqual([])
  })

  test('that is deleted, what is in it stays, only facilitators write, and a zone that comes back is the step’s again', async () => {
    const [gus, ana] = [await at.come('facilitator'), await at.come()]
    ana.client.edit((records) => records.put(noteIn(key, 'shape:before')))
    await until('the note', () => gus.client.records.has('shape:before'))
    const zone = zoneOf(gus.client)
    gus.client.edit((records) => {
      const note = records.read('shape:before')
      if (note) records.change(note, { ...note, x: zone.x, y: zone.y, parentId: 'page:page' })
      records.remove(zoneId)
    })
    await until('the zone to be gone', () => !ana.client.records.has(zoneId))
    expect(ana.client.records.read('shape:before')?.parentId).toBe('page:page')
    expect(zonesOfStep(ana.client)).toEqual([key])
    ana.client.edit((records) => records.put(noteIn('arrival-map', 'shape:nowhere')))
    await until('the notice', () => ana.client.notices.length > 0)
    expect(ana.client.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:nowhere'] }])
    gus.client.edit((records) => records.put(zone))
    await until('the zone', () => ana.client.records.has(zoneId))
    ana.client.edit((records) => records.put(noteIn(key, 'shape:again')))
    await until('the next note', () => gus.client.records.has('shape:again'))
    expect(ana.client.notices).toHaveLength(1)
  })

  test('that is deleted, the step can be given another one, where people then write', async () => {
    const [gus, ana] = [await at.come('facilitator'), await at.come()]
    gus.client.edit((records) => records.remove(zoneId))
    await until('the zone to be gone', () => !ana.client.records.has(zoneId))
    const stepId = sessionOf(ana.client)?.plan.steps[0]?.id ?? ''
    await at.say({ type: 'update_step', stepId, changes: { zones: ['arrival-map'] } })
    await until('the change', () => zonesOfStep(ana.client)?.[0] === 'arrival-map')
    ana.client.edit((records) => records.put(noteIn('arrival-map', 'shape:there')))
    await until('the note', () => gus.client.records.has('shape:there'))
    expect(ana.client.notices).toEqual([])
  })
})
