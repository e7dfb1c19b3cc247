import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leaderMissedAfterMs } from '../../../domain/room/lead-watch.ts'
import { systemClock } from '../../../system/system-clock.ts'
import { board, participant } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { type LiveBoard, liveBoard, noteIn, sessionOf, stepOf } from '../../../testing/live-session.ts'
import { commanderOf } from '../../../testing/session-facts.ts'
import { startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'

let server: TestServer
let at: LiveBoard
beforeAll(async () => {
  // A leader is missed sooner.
  const shorter = (delayMs: number) => (delayMs === leaderMissedAfterMs ? 50 : delayMs)
  server = await startTestServer({ clock: { ...systemClock, after: (ms, run) => systemClock.after(shorter(ms), run) } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  at = await liveBoard(server)
})
afterEach(() => at.leave())

describe('[SE1] the session is told by message 101', () => {
  test('to newcomers whole, then to all what is new, the plan only when it changed; notes to facilitators alone', async () => {
    await at.begin({}, { title: { en: 'Second' } })
    const [gus, ana] = [await at.come('facilitator'), await at.come()]
    await until('both to hear', () => sessionOf(gus.client) && sessionOf(ana.client))
    expect(sessionOf(gus.client)?.plan.steps[0]?.notes.en).toBe('for facilitators')
    expect(ana.client.hasHeard('for facilitators')).toBe(false)
    await at.say({ type: 'next' })
    const ids = sessionOf(ana.client)?.plan.steps.map(({ id }) => id) ?? []
    await until('the next step', () => [gus, ana].every(({ client }) => stepOf(client) === ids[1]))
    const told = ana.client.sessions.findLast(({ session }) => session)
    expect(told?.session).toMatchObject({ run: { stepId: ids[1] } })
    expect(told?.session).not.toHaveProperty('plan')
    expect(told?.serverNowMs).toBeGreaterThan(0)
    await at.say({ type: 'update_plan', changes: { title: 'Another title' } })
    await until('the plan', () => sessionOf(ana.client)?.plan.title === 'Another title')
    await at.say({ type: 'end' })
    await until('the end', () => stepOf(ana.client) === 'ended')
    const late = await at.come()
    await until('her own message', () => late.client.sessions.length > 0)
    expect(sessionOf(late.client)).toBeUndefined()
  })

  test('a forged one from a client closes its line and changes nothing', async () => {
    await at.begin({})
    const ana = await at.come()
    ana.client.send(new Uint8Array([101, 2, 123, 125]))
    await until('the end of the line', () => ana.client.closed)
    expect(ana.client.closed?.code).toBe(4400)
    expect((await at.operator.now()).run.status).toBe('running')
  })
})

describe('[SE3] whoever leads and has no line', () => {
  test('is stood in for by her deputy after ten seconds, told to all, and offered the lead when she is back', async () => {
    await at.begin({})
    const [lea, dan, ana] = [await at.come('facilitator'), await at.come('facilitator'), await at.come()]
    await at.say({ type: 'hand_over', participantId: lea.participantId })
    await at.say({ type: 'name_deputy', participantId: dan.participantId })
    lea.client.stop()
    await until('the deputy to lead', () => sessionOf(ana.client)?.leaderId === dan.participantId)
    expect(sessionOf(ana.client)).toMatchObject({ leadHeldFor: lea.participantId, deputyId: lea.participantId })
    const back = await commanderOf(lea.device, at.boardId).say({ type: 'hand_over', participantId: lea.participantId })
    expect(back.body.session).toMatchObject({ leaderId: lea.participantId, leadHeldFor: null })
  })
})

describe('[SE4] people', () => {
  test('made facilitators have the rights at once, on the line they have, and lose them at once', async () => {
    await at.begin({ mode: 'brief' })
    const [ana, ben] = [await at.come(), await at.come()]
    const person = `/api/boards/${at.boardId}/people/${ana.participantId}`
    expect(await program(server).patch(person, { role: 'facilitator' })).toMatchObject({ status: 200 })
    await until('her to know', () => ana.client.sessions.some(({ self }) => self?.role === 'facilitator'))
    await until('her notes', () => sessionOf(ana.client)?.plan.steps[0]?.notes.en === 'for facilitators')
    await until('him to know', () => ben.client.people.some(({ role }) => role === 'facilitator'))
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:led')))
    await until('what she wrote', () => ben.client.records.has('shape:led'))
    expect(await commanderOf(ana.device, at.boardId).say({ type: 'pause' })).toMatchObject({ status: 200 })
    await program(server).patch(person, { role: 'editor' })
    ana.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:not-any-more')))
    await until('the notice', () => ana.client.notices.length > 0)
    expect(await commanderOf(ana.device, at.boardId).say({ type: 'resume' })).toMatchObject({ status: 403 })
    expect(await ana.device.patch(person, { role: 'facilitator' })).toMatchObject({ status: 403 })
  })

  test('who are removed go at once and cannot come back until they are let', async () => {
    await at.begin({})
    const ana = await at.come()
    await commanderOf(ana.device, at.boardId).say({ type: 'raise_hand' })
    const person = `/api/boards/${at.boardId}/people/${ana.participantId}`
    expect(await program(server).delete(person)).toMatchObject({ status: 204 })
    await until('the end of her line', () => ana.client.closed)
    expect(ana.client.closed?.code).toBe(4403)
    expect((await at.operator.now()).hands).toEqual([])
    const { body: invite } = await program(server).post(`/api/boards/${at.boardId}/invites`, { role: 'editor' })
    const join = () => ana.device.post('/api/join', { code: invite.code, name: 'Somebody else' })
    const removed = { status: 403, body: { code: 'removed_from_board' } }
    expect(await join()).toMatchObject(removed)
    expect(await ana.device.get(`/api/boards/${at.boardId}`)).toMatchObject(removed)
    expect(await program(server, ana.token).get(`/api/boards/${at.boardId}/records`)).toMatchObject(removed)
    await program(server).patch(person, { isRemoved: false })
    expect(await join()).toMatchObject({ status: 200, body: { participantId: ana.participantId } })
    const others = await participant(server, (await board(server)).id)
    expect(
      await program(server).delete(`/api/boards/${at.boardId}/people/${others.joined.participantId}`),
    ).toMatchObject({
      status: 404,
      body: { code: 'person_not_found' },
    })
  })

  test('lose everything they have put on the board, and get it back but for what was made anew', async () => {
    const [ana, ben] = [await at.come(), await at.come()]
    ana.client.edit((records) => {
      records.put(noteIn('idea-gallery', 'shape:ana-one'))
      records.put(noteIn('table-1', 'shape:ana-two', { x: 70 }))
    })
    ben.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:ben')))
    await until('all', () => ana.client.records.has('shape:ben') && ben.client.records.has('shape:ana-two'))
    const before = ben.client.records.read('shape:ana-two')
    const person = `/api/boards/${at.boardId}/people/${ana.participantId}`
    expect(await ben.device.post(`${person}/remove-notes`)).toMatchObject({ status: 403 })
    const { body } = await program(server).post(`${person}/remove-notes`)
    expect(body).toMatchObject({ shapeCount: 2 })
    await until(
      'them to go',
      () => !ben.client.records.has('shape:ana-one') && !ben.client.records.has('shape:ana-two'),
    )
    expect(await at.has('shape:ben')).toBe(true)
    ben.client.edit((records) => records.put(noteIn('idea-gallery', 'shape:ana-one', { x: 999 })))
    await expect.poll(() => at.has('shape:ana-one')).toBe(true)
    const undo = `/api/boards/${at.boardId}/removals/${body.removalId}/restore`
    expect(await program(server).post(undo)).toMatchObject({ status: 200, body: { shapeCount: 1 } })
    await until('hers', () => ben.client.records.has('shape:ana-two'))
    expect(ben.client.records.read('shape:ana-two')).toEqual(before)
    expect(ben.client.records.read('shape:ana-one')?.x).toBe(999)
    expect(await program(server).post(undo)).toMatchObject({ body: { shapeCount: 0 } })
    expect(await program(server).post(`/api/boards/${at.boardId}/removals/nothing-like-it/restore`)).toMatchObject({
      status: 404,
    })
  })
})

describe('[SE5] what a session leaves behind', () => {
  test('is a checkpoint of each step that lasted, and a summary to the note', async () => {
    await at.begin(
      { title: { en: 'Write' }, minutes: 4 },
      { title: { en: 'Look' }, minutes: 2 },
      { title: { en: 'Never' } },
    )
    const ana = await at.come()
    ana.client.edit((records) => {
      records.put(noteIn('idea-gallery', 'shape:one'))
      records.put(noteIn('idea-gallery', 'shape:two'))
      records.put(noteIn('table-1', 'shape:three'))
    })
    await expect.poll(() => at.has('shape:three')).toBe(true)
    const { session } = await at.say({ type: 'next' })
    await at.say({ type: 'end' })
    const path = `/api/boards/${at.boardId}/sessions`
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
    const kept = (await program(server).get(`/api/boards/${at.boardId}/checkpoints`)).body
    expect(kept).toMatchObject([
      { id: body.visits[0].checkpointId, kind: 'step', title: 'Write', shapeCount: expect.any(Number) },
    ])
    expect(await ana.device.get(`${path}/nothing-like-it`)).toMatchObject({ status: 404 })
  })
})
