import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Continuations, FeedingBoard } from '#shared/http/feeds.ts'
import { note, zone } from '../../../testing/board-content.ts'
import { participant, pilot, recordsOf } from '../../../testing/facts.ts'
import { boardWith, carryOver, heldIn } from '../../../testing/feed-facts.ts'
import { program } from '../../../testing/http-client.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { writeOn } from '../../../testing/write-on.ts'

let server: TestServer
let pilotId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  pilotId = (await pilot(server)).id
})

/** A template of the organisation, made of a board that began with one of ours. */
async function saved(template: string): Promise<string> {
  const id = await boardWith(server, pilotId, { title: template, template })
  const words = {
    title: `Our ${template}`,
    summary: '',
    category: 'co-design',
    stage: 'any',
    people: { min: 2, max: 9 },
  }
  const { status, body } = await program(server).post(`/api/boards/${id}/template`, words)
  expect(status).toBe(201)
  await program(server).delete(`/api/boards/${id}`)
  return body.id
}
const fedBy = async (id: string): Promise<[string, number | null, FeedingBoard['feeds']][]> => {
  const { body }: { body: FeedingBoard[] } = await program(server).get(`/api/boards/${id}/feeds`)
  return body.map(({ title, noteCount, feeds }) => [title, noteCount, feeds])
}
const goesOn = async (id: string): Promise<Continuations> =>
  (await program(server).get(`/api/boards/${id}/continuations?lang=en`)).body
const withNotes = (title: string, template: string | null, zoneKey: string) =>
  boardWith(server, pilotId, { title, template }, (records) => {
    for (const name of ['a', 'b'])
      records.put(note(`shape:${name}`, `How might we ${name}?`, { parentId: `shape:zone-${zoneKey}` }))
  })

describe('a board of a template of one’s own', () => {
  test('is offered what the method of its zones needs, counted, and feeds what they feed', async () => {
    const from = await withNotes('HMW in Suva', await saved('how-might-we'), 'chosen')
    const to = await boardWith(server, pilotId, { title: 'Monday', template: await saved('design-sprint-monday-map') })
    expect(await fedBy(to)).toEqual([['HMW in Suva', 2, [{ zones: ['chosen', 'clusters'], into: 'hmw-inbox' }]]])
    const { boards, templates } = await goesOn(from)
    expect(boards).toMatchObject([{ id: to, into: 'hmw-inbox', actionsInto: null }])
    expect(templates.map(({ id }) => id)).toEqual(['design-sprint-monday-map', 'design-sprint-week', 'action-tracker'])
  })

  test('follows its zones: one that somebody took away is not fed, one that is called so now is', async () => {
    await withNotes('HMW in Suva', 'how-might-we', 'chosen')
    const to = await boardWith(server, pilotId, { title: 'Monday', template: await saved('design-sprint-monday-map') })
    const inbox = (await recordsOf(server, to)).find(({ id }) => id === 'shape:zone-hmw-inbox')
    if (!inbox) throw new Error('no inbox')
    await writeOn(server, to, (records) => {
      records.put({ ...inbox, props: { ...inbox.props, key: 'zone-drawn', heading: { en: 'Somewhere else' } } })
    })
    expect(await fedBy(to)).toEqual([['HMW in Suva', null, []]])
    await writeOn(server, to, (records) => {
      records.put({ ...inbox, props: { ...inbox.props, key: 'zone-drawn', heading: { en: 'how might we – inbox' } } })
    })
    expect(await fedBy(to)).toMatchObject([['HMW in Suva', 2, [{ into: 'zone-drawn' }]]])
  })

  test('collects actions where it did, with their owner', async () => {
    const tracker = await boardWith(server, pilotId, { title: 'Ours to do', template: await saved('action-tracker') })
    const from = await withNotes('Notes', 'retrospective', 'actions')
    expect((await goesOn(from)).boards).toMatchObject([{ id: tracker, actionsInto: 'new-actions' }])
    const { status } = await carryOver(
      server,
      { from, to: tracker },
      { ids: ['shape:a'], zone: 'new-actions', text: 'Ask two operators', values: { owner: 'Sela' } },
    )
    expect(status).toBe(201)
    expect((await heldIn(server, tracker, 'new-actions'))[0]?.meta).toMatchObject({ value_owner: 'Sela' })
  })
})

test('zones that an organisation gives one name feed each other, and nobody is told of boards she is not on', async () => {
  const drawn = (title: string, key: string) =>
    boardWith(server, pilotId, { title }, (records) => {
      const made = zone(`shape:zone-${key}`)
      records.put({ ...made, props: { ...made.props, key, heading: { en: 'What the ministry asked' } } })
    })
  const from = await drawn('Ministry', 'asked')
  await writeOn(server, from, (records) => records.put(note('shape:a', 'Cheaper', { parentId: 'shape:zone-asked' })))
  const to = await drawn('Answer', 'answers')
  expect(await fedBy(to)).toEqual([['Ministry', 1, [{ zones: ['asked'], into: 'answers' }]]])
  const { device } = await participant(server, to, 'facilitator')
  expect((await device.get(`/api/boards/${to}/feeds`)).body).toEqual([])
})
