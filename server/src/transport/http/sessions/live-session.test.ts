import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SessionCommand } from '#shared/session/commands.ts'
import type { SessionView } from '#shared/session/view.ts'
import { viewAfter } from '#shared/session/view.ts'
import { leaderMissedAfterMs } from '../../../domain/room/lead-watch.ts'
import { systemClock } from '../../../system/system-clock.ts'
import { frame, note, picture } from '../../../testing/board-content.ts'
import { board, participant } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { connectRaw, type RawClient } from '../../../testing/raw-client.ts'
import { aStep, commanderOf } from '../../../testing/session-facts.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let server: TestServer
let boardId: string
let clients: RawClient[]
beforeAll(async () => {
  // A leader is missed sooner.
  const shorter = (delayMs: number) => (delayMs === leaderMissedAfterMs ? 50 : delayMs)
  server = await startTestServer({ clock: { ...systemClock, after: (ms, run) => systemClock.after(shorter(ms), run) } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  clients = []
  boardId = (await board(server, { template: 'innovation-cafe-hybrid' })).id
})
afterEach(() => {
  for (const client of clients) client.stop()
})

const say = async (command: SessionCommand) => (await commanderOf(program(server), boardId).say(command)).body
async function begin(...steps: Partial<typeof aStep>[]) {
  await program(server).post(`/api/boards/${boardId}/session`, {})
  for (const step of steps.toReversed())
    await say({ type: 'add_step', step: { ...aStep, ...step }, afterId: null } as SessionCommand)
  await say({ type: 'start' })
}
async function come(role: 'facilitator' | 'editor' | 'viewer' = 'editor') {
  const { joined, device } = await participant(server, boardId, role)
  const client = await connectRaw(`${server.url.replace('http', 'ws')}/sync`, joined.token, { boardId })
  clients.push(client)
  return { client, device, ...joined }
}
const viewOf = ({ sessions }: RawClient): SessionView | undefined =>
  sessions.reduce((now: SessionView | undefined, message) => {
    if (message.session === undefined) return 'people' in message ? undefined : now
    return message.session === null ? undefined : viewAfter(now, message.session)
  }, undefined)
const stepOf = (client: RawClient) => {
  const run = viewOf(client)?.run
  return run?.status === 'running' ? run.stepId : run?.status
}
const inZone = (id: string, zone: string, overrides: object = {}, text = '') =>
  note(id, text, { parentId: `shape:zone-${zone}`, ...overrides })
const has = async (id: string) =>
  (await program(server).get(`/api/boards/${boardId}/records`)).body.records.some(
    (one: { id: string }) => one.id === id,
  )

describe('[SE1] the session is told by message 101', () => {
  test('to newcomers whole, then to all what is new, the plan only when it changed; notes to facilitators alone', async () => {
    await begin({}, { title: { en: 'Second' } })
    const [gus, ana] = [await come('facilitator'), await come()]
    await until('both to hear', () => viewOf(gus.client) && viewOf(ana.client))
    expect(viewOf(gus.client)?.plan.steps[0]?.notes.en).toBe('for facilitators')
    expect(ana.client.hasHeard('for facilitators')).toBe(false)
    await say({ type: 'next' })
    const ids = viewOf(ana.client)?.plan.steps.map(({ id }) => id) ?? []
    await until('the next step', () => [gus, ana].every(({ client }) => stepOf(client) === ids[1]))
    const told = ana.client.sessions.findLast(({ session }) => session)
    expect(told?.session).toMatchObject({ run: { stepId: ids[1] } })
    expect(told?.session).not.toHaveProperty('plan')
    expect(told?.serverNowMs).toBeGreaterThan(0)
    await say({ type: 'update_plan', changes: { title: 'Another title' } })
    await until('the plan', () => viewOf(ana.client)?.plan.title === 'Another title')
    await say({ type: 'end' })
    await until('the end', () => stepOf(ana.client) === 'ended')
    const late = await come()
    await until('her own message', () => late.client.sessions.length > 0)
    expect(viewOf(late.client)).toBeUndefined()
  })

  test('a forged one from a client closes its line and changes nothing', async () => {
    await begin({})
    const ana = await come()
    ana.client.send(new Uint8Array([101, 2, 123, 125]))
    await until('the end of the line', () => ana.client.closed)
    expect(ana.client.closed?.code).toBe(4400)
    expect((await commanderOf(program(server), boardId).now()).run.status).toBe('running')
  })
})

describe('[SE2] what a step lets people write', () => {
  test('is held to: a note outside its zone reaches nobody, one inside does, facilitators write anywhere', async () => {
    await begin({ zones: ['idea-gallery'], isKeptToZones: true })
    const [gus, ana, ben] = [await come('facilitator'), await come(), await come()]
    ana.client.edit((records) => records.put(inZone('shape:outside', 'arrival-map', {}, 'never to be heard')))
    await until('the notice', () => ana.client.notices.length > 0)
    expect(ana.client.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:outside'] }])
    ana.client.edit((records) => records.put(inZone('shape:inside', 'idea-gallery')))
    gus.client.edit((records) => records.put(inZone('shape:by-gus', 'arrival-map')))
    await until('both', () => ben.client.records.has('shape:inside') && ben.client.records.has('shape:by-gus'))
    expect(ben.client.records.has('shape:outside')).toBe(false)
    expect(ben.client.hasHeard('never to be heard')).toBe(false)
    expect(await has('shape:outside')).toBe(false)
  })

  test('counts moving and removing as writing, in the zone of before and of after', async () => {
    const ana = await come()
    ana.client.edit((records) => {
      records.put(inZone('shape:elsewhere', 'arrival-map'))
      records.put(inZone('shape:here', 'idea-gallery'))
      records.put(inZone('shape:stays', 'arrival-map'))
    })
    await until('all', () => ana.client.saved.some(({ count }) => count >= 1))
    await begin({ zones: ['idea-gallery'], isKeptToZones: true })
    const put = (id: string, zone: string) => (records: RawClient['records']) => {
      const before = records.read(id)
      if (before) records.change(before, { ...before, parentId: `shape:zone-${zone}` })
    }
    const refused = () => ana.client.notices.flatMap((notice) => ('recordIds' in notice ? notice.recordIds : []))
    ana.client.edit(put('shape:elsewhere', 'idea-gallery'))
    ana.client.edit(put('shape:here', 'arrival-map'))
    ana.client.edit((records) => records.remove('shape:stays'))
    await until('all three', () => refused().length >= 3)
    expect(refused().toSorted()).toEqual(['shape:elsewhere', 'shape:here', 'shape:stays'])
    await until('them back', () => ana.client.records.read('shape:stays')?.parentId === 'shape:zone-arrival-map')
    expect(ana.client.records.read('shape:elsewhere')?.parentId).toBe('shape:zone-arrival-map')
    expect(ana.client.records.read('shape:here')?.parentId).toBe('shape:zone-idea-gallery')
    ana.client.edit((records) => records.remove('shape:here'))
    await expect.poll(() => has('shape:here')).toBe(false)
  })

  test('is held to by coordinates, too: a zone clips nothing, and what lies in a frame goes with it', async () => {
    await begin({ zones: ['idea-gallery'], isKeptToZones: true })
    const [ana, ben] = [await come(), await come()]
    const inIdeas = { parentId: 'shape:zone-idea-gallery' }
    ana.client.edit((records) => {
      records.put(inZone('shape:far', 'idea-gallery', { x: 30_000 }))
      records.put(frame('shape:huge', { ...inIdeas, props: { w: 50_000, h: 100, name: '', color: 'black' } }))
      records.put(frame('shape:frame', { ...inIdeas, x: 1_000 }))
      records.put(note('shape:within', '', { parentId: 'shape:frame', x: -900 }))
      records.put(note('shape:afar', '', { parentId: 'shape:frame', x: -9_000 }))
    })
    const refused = () => ana.client.notices.flatMap((notice) => ('recordIds' in notice ? notice.recordIds : []))
    await until('the notice', () => refused().length >= 3)
    expect(ana.client.notices).toMatchObject([{ code: 'taken_back', reason: 'step' }])
    expect(refused().toSorted()).toEqual(['shape:afar', 'shape:far', 'shape:huge'])
    await until('the rest', () => ben.client.records.has('shape:within'))
    const change = (id: string, changes: object) => (records: RawClient['records']) => {
      const before = records.read(id)
      if (before) records.change(before, { ...before, ...changes })
    }
    // What lies in it would be out of reach; and what was made for where it is refused goes with it.
    ana.client.edit((records) => {
      change('shape:frame', { x: -350 })(records)
      records.put(note('shape:with-it', '', { parentId: 'shape:frame', x: 3_800 }))
    })
    await until('both', () => refused().length >= 5)
    expect(refused().slice(3).toSorted()).toEqual(['shape:frame', 'shape:with-it'])
    ana.client.edit(change('shape:frame', { x: 900 }))
    await until('the move', () => ben.client.records.read('shape:frame')?.x === 900)
    expect(
      ['shape:far', 'shape:huge', 'shape:afar', 'shape:with-it'].filter((id) => ben.client.records.has(id)),
    ).toEqual([])
  })

  test('is made with its tools: what has none of them is taken back, what is there may be changed', async () => {
    const [ana, ben] = [await come(), await come()]
    const put = (id: string, place: Parameters<typeof frame>[1] = {}) =>
      ana.client.edit((records) => records.put(frame(id, place)))
    put('shape:before')
    await until('the frame', () => ben.client.records.has('shape:before'))
    await begin({ tools: ['note', 'draw'] })
    put('shape:after')
    await until('the notice', () => ana.client.notices.length > 0)
    expect(ana.client.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:after'] }])
    put('shape:before', { x: 321 })
    await until('the change', () => ben.client.records.read('shape:before')?.x === 321)
    expect(ben.client.records.has('shape:after')).toBe(false)
  })

  test.each<[string, SessionCommand[]]>([
    ['a freeze', [{ type: 'freeze', isFrozen: true }]],
    ['a mode in which people look on', [{ type: 'next' }]],
  ])('%s holds everybody but facilitators', async (_, commands) => {
    await begin({}, { mode: 'brief' })
    const [gus, ana] = [await come('facilitator'), await come()]
    for (const command of commands) await say(command)
    ana.client.edit((records) => records.put(inZone('shape:ana', 'idea-gallery')))
    gus.client.edit((records) => records.put(inZone('shape:gus', 'idea-gallery')))
    await until('the notice', () => ana.client.notices.length > 0)
    await until('hers', () => ana.client.records.has('shape:gus'))
    expect(gus.client.records.has('shape:ana')).toBe(false)
  })

  test('holds pictures, too: what others see is not made another one, nor taken away', async () => {
    const [gus, ana] = [await come('facilitator'), await come()]
    const png = Buffer.from(onePixel, 'base64')
    const files = `/api/boards/${boardId}/files`
    const { body } = await program(server).send('POST', files, png, { 'content-type': 'image/png' })
    const about = { name: '', src: body.source, w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
    const asset = (id: string) => ({ id, typeName: 'asset', type: 'image', meta: {}, props: about })
    gus.client.edit((records) => {
      for (const [zone, id] of [
        ['arrival-map', 'asset:there'],
        ['idea-gallery', 'asset:here'],
      ] as const) {
        records.put(asset(id))
        const { props } = picture(`shape:${zone}`, '')
        records.put(picture(`shape:${zone}`, '', { parentId: `shape:zone-${zone}`, props: { ...props, assetId: id } }))
      }
    })
    await until('both', () => ana.client.records.has('asset:here') && ana.client.records.has('asset:there'))
    await begin({ zones: ['idea-gallery'], isKeptToZones: true })
    ana.client.edit((records) => records.remove('asset:there'))
    await until('the notice', () => ana.client.notices.length === 1)
    await until('it back', () => ana.client.records.has('asset:there'))
    const rename = (id: string) => (records: RawClient['records']) => {
      const before = records.read(id)
      if (before) records.change(before, { ...before, props: { ...before.props, name: 'another' } })
    }
    ana.client.edit(rename('asset:there'))
    await until('the next notice', () => ana.client.notices.length === 2)
    ana.client.edit(rename('asset:here'))
    await until('what is allowed', () => gus.client.records.read('asset:here')?.props?.name === 'another')
    expect(gus.client.records.read('asset:there')?.props?.name).toBe('')
    expect(ana.client.notices).toMatchObject([{ recordIds: ['asset:there'] }, { recordIds: ['asset:there'] }])
  })

  test('who is muted writes nothing, alone, until she is let', async () => {
    await begin({})
    const [ana, ben] = [await come(), await come()]
    const mute = (isMuted: boolean) => say({ type: 'mute', participantId: ana.participantId, isMuted })
    await mute(true)
    ana.client.edit((records) => records.put(inZone('shape:ana', 'idea-gallery')))
    ben.client.edit((records) => records.put(inZone('shape:ben', 'idea-gallery')))
    await until('the notice', () => ana.client.notices.length > 0)
    await until('his', () => ana.client.records.has('shape:ben'))
    await until('that she is here', () => ben.client.hasHeard(ana.participantId))
    await until('her being told', () => viewOf(ana.client)?.muted.includes(ana.participantId))
    await until('the session', () => viewOf(ben.client))
    expect(viewOf(ben.client)?.muted).toEqual([])
    await mute(false)
    ana.client.edit((records) => records.put(inZone('shape:ana-later', 'idea-gallery')))
    await until('hers', () => ben.client.records.has('shape:ana-later'))
    expect(ben.client.records.has('shape:ana')).toBe(false)
  })
})

describe('[SE3] whoever leads and has no line', () => {
  test('is stood in for by her deputy after ten seconds, told to all, and offered the lead when she is back', async () => {
    await begin({})
    const [lea, dan, ana] = [await come('facilitator'), await come('facilitator'), await come()]
    await say({ type: 'hand_over', participantId: lea.participantId })
    await say({ type: 'name_deputy', participantId: dan.participantId })
    lea.client.stop()
    await until('the deputy to lead', () => viewOf(ana.client)?.leaderId === dan.participantId)
    expect(viewOf(ana.client)).toMatchObject({ leadHeldFor: lea.participantId, deputyId: lea.participantId })
    const back = await commanderOf(lea.device, boardId).say({ type: 'hand_over', participantId: lea.participantId })
    expect(back.body.session).toMatchObject({ leaderId: lea.participantId, leadHeldFor: null })
  })
})

describe('[SE4] people', () => {
  test('made facilitators have the rights at once, on the line they have, and lose them at once', async () => {
    await begin({ mode: 'brief' })
    const [ana, ben] = [await come(), await come()]
    const person = `/api/boards/${boardId}/people/${ana.participantId}`
    expect(await program(server).patch(person, { role: 'facilitator' })).toMatchObject({ status: 200 })
    await until('her to know', () => ana.client.sessions.some(({ self }) => self?.role === 'facilitator'))
    await until('her notes', () => viewOf(ana.client)?.plan.steps[0]?.notes.en === 'for facilitators')
    await until('him to know', () => ben.client.people.some(({ role }) => role === 'facilitator'))
    ana.client.edit((records) => records.put(inZone('shape:led', 'idea-gallery')))
    await until('what she wrote', () => ben.client.records.has('shape:led'))
    expect(await commanderOf(ana.device, boardId).say({ type: 'pause' })).toMatchObject({ status: 200 })
    await program(server).patch(person, { role: 'editor' })
    ana.client.edit((records) => records.put(inZone('shape:not-any-more', 'idea-gallery')))
    await until('the notice', () => ana.client.notices.length > 0)
    expect(await commanderOf(ana.device, boardId).say({ type: 'resume' })).toMatchObject({ status: 403 })
    expect(await ana.device.patch(person, { role: 'facilitator' })).toMatchObject({ status: 403 })
  })

  test('who are removed go at once and cannot come back until they are let', async () => {
    await begin({})
    const ana = await come()
    await commanderOf(ana.device, boardId).say({ type: 'raise_hand' })
    const person = `/api/boards/${boardId}/people/${ana.participantId}`
    expect(await program(server).delete(person)).toMatchObject({ status: 204 })
    await until('the end of her line', () => ana.client.closed)
    expect(ana.client.closed?.code).toBe(4403)
    expect((await commanderOf(program(server), boardId).now()).hands).toEqual([])
    const { body: invite } = await program(server).post(`/api/boards/${boardId}/invites`, { role: 'editor' })
    const join = () => ana.device.post('/api/join', { code: invite.code, name: 'Somebody else' })
    const removed = { status: 403, body: { code: 'removed_from_board' } }
    expect(await join()).toMatchObject(removed)
    expect(await ana.device.get(`/api/boards/${boardId}`)).toMatchObject(removed)
    expect(await program(server, ana.token).get(`/api/boards/${boardId}/records`)).toMatchObject(removed)
    await program(server).patch(person, { isRemoved: false })
    expect(await join()).toMatchObject({ status: 200, body: { participantId: ana.participantId } })
    const others = await participant(server, (await board(server)).id)
    expect(await program(server).delete(`/api/boards/${boardId}/people/${others.joined.participantId}`)).toMatchObject({
      status: 404,
      body: { code: 'person_not_found' },
    })
  })

  test('lose everything they have put on the board, and get it back but for what was made anew', async () => {
    const [ana, ben] = [await come(), await come()]
    ana.client.edit((records) => {
      records.put(inZone('shape:ana-one', 'idea-gallery'))
      records.put(inZone('shape:ana-two', 'table-1', { x: 70 }))
    })
    ben.client.edit((records) => records.put(inZone('shape:ben', 'idea-gallery')))
    await until('all', () => ana.client.records.has('shape:ben') && ben.client.records.has('shape:ana-two'))
    const before = ben.client.records.read('shape:ana-two')
    const person = `/api/boards/${boardId}/people/${ana.participantId}`
    expect(await ben.device.post(`${person}/remove-notes`)).toMatchObject({ status: 403 })
    const { body } = await program(server).post(`${person}/remove-notes`)
    expect(body).toMatchObject({ shapeCount: 2 })
    await until(
      'them to go',
      () => !ben.client.records.has('shape:ana-one') && !ben.client.records.has('shape:ana-two'),
    )
    expect(await has('shape:ben')).toBe(true)
    ben.client.edit((records) => records.put(inZone('shape:ana-one', 'idea-gallery', { x: 999 })))
    await expect.poll(() => has('shape:ana-one')).toBe(true)
    const undo = `/api/boards/${boardId}/removals/${body.removalId}/restore`
    expect(await program(server).post(undo)).toMatchObject({ status: 200, body: { shapeCount: 1 } })
    await until('hers', () => ben.client.records.has('shape:ana-two'))
    expect(ben.client.records.read('shape:ana-two')).toEqual(before)
    expect(ben.client.records.read('shape:ana-one')?.x).toBe(999)
    expect(await program(server).post(undo)).toMatchObject({ body: { shapeCount: 0 } })
    expect(await program(server).post(`/api/boards/${boardId}/removals/nothing-like-it/restore`)).toMatchObject({
      status: 404,
    })
  })
})

describe('[SE5] what a session leaves behind', () => {
  test('is a checkpoint of each step that lasted, and a summary to the note', async () => {
    await begin(
      { title: { en: 'Write' }, minutes: 4 },
      { title: { en: 'Look' }, minutes: 2 },
      { title: { en: 'Never' } },
    )
    const ana = await come()
    ana.client.edit((records) => {
      records.put(inZone('shape:one', 'idea-gallery'))
      records.put(inZone('shape:two', 'idea-gallery'))
      records.put(inZone('shape:three', 'table-1'))
    })
    await expect.poll(() => has('shape:three')).toBe(true)
    const { session } = await say({ type: 'next' })
    await say({ type: 'end' })
    const path = `/api/boards/${boardId}/sessions`
    const listed = (await ana.device.get(path)).body
    expect(listed).toMatchObject([{ id: session.id, title: 'Café' }])
    const { body } = await ana.device.get(`${path}/${session.id}`)
    expect(body.visits[0]).toMatchObject({
      title: { en: 'Write' },
      notesByZone: { 'idea-gallery': 2, 'table-1': 1 },
      checkpointId: expect.any(String),
    })
    // Nobody wrote anything, and it was over in a moment.
    expect(body.visits[1]).toMatchObject({ title: { en: 'Look' }, notesByZone: null, checkpointId: null })
    expect(body.steps.map((step: { plannedMinutes: number }) => step.plannedMinutes)).toEqual([4, 2, 5])
    expect(body.steps[2].realMs).toBeNull()
    expect(body).toMatchObject({ countries: ['TO'], people: [{ participantId: ana.participantId, name: 'Sela' }] })
    const kept = (await program(server).get(`/api/boards/${boardId}/checkpoints`)).body
    expect(kept).toMatchObject([
      { id: body.visits[0].checkpointId, kind: 'step', title: 'Write', shapeCount: expect.any(Number) },
    ])
    expect(await ana.device.get(`${path}/nothing-like-it`)).toMatchObject({ status: 404 })
  })
})
