import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { maxCommandsPerSecond } from '#shared/limits.ts'
import { board, participant } from '../../../testing/facts.ts'
import { program } from '../../../testing/http-client.ts'
import { manualClock } from '../../../testing/manual-clock.ts'
import { aStep, commanderOf, newKey } from '../../../testing/session-facts.ts'
import { startOnCopyOf, startTestServer, type TestServer } from '../../../testing/start-test-server.ts'

const minuteMs = 60_000
let server: TestServer
let clock: ReturnType<typeof manualClock>
let boardId: string
let path: string
beforeAll(async () => {
  clock = manualClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())
beforeEach(async () => {
  // What was said before does not count against anybody.
  clock.moveMs(10_000)
  boardId = (await board(server, { template: 'innovation-cafe-hybrid' })).id
  path = `/api/boards/${boardId}/session`
})

const prepare = (body: unknown = { hasTemplateSteps: true }) => program(server).post(path, body)
const fay = () => commanderOf(program(server), boardId)

describe('preparing a session', () => {
  test('takes its steps from the board’s template, with the tools that their zones take', async () => {
    const made = await prepare({ hasTemplateSteps: true, startsAtMs: 5, timeZone: 'Pacific/Fiji', format: 'room' })
    expect(made).toMatchObject({ status: 201, body: { serverNowMs: clock.nowMs() } })
    const { session } = made.body
    expect(session.plan).toMatchObject({ title: 'Café', startsAtMs: 5, timeZone: 'Pacific/Fiji', format: 'room' })
    expect(session.plan.steps.length).toBeGreaterThan(8)
    expect(session.plan.steps[0]).toMatchObject({
      zones: ['arrival-map'],
      tools: ['note', 'text', 'draw', 'shape', 'laser'],
    })
    expect(session.plan.steps.find((step: { mode: string }) => step.mode === 'tables').isKeptToZones).toBe(true)
  })

  test('begins empty, and is there once', async () => {
    expect((await prepare({})).body.session.plan.steps).toEqual([])
    expect(await prepare({})).toMatchObject({ status: 409, body: { code: 'session_exists' } })
  })

  test('is for facilitators; everybody sees it, without what is for facilitators only', async () => {
    const { device } = await participant(server, boardId)
    expect(await device.post(path, {})).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
    expect(await device.get(path)).toMatchObject({ status: 404, body: { code: 'no_session' } })
    await prepare()
    const { body } = await device.get(path)
    for (const { notes } of body.session.plan.steps) expect(notes).toEqual({ en: '' })
    expect((await program(server).get(path)).body.session.plan.steps[0].notes.en).not.toBe('')
  })

  test('is refused what is not possible', async () => {
    expect(await prepare({ title: 'x'.repeat(201) })).toMatchObject({ status: 422, body: { code: 'text_too_long' } })
    expect(await prepare({ meetingUrl: 'javascript:alert(1)' })).toMatchObject({ status: 422 })
    expect(await prepare({ format: 'circus' })).toMatchObject({ status: 400, body: { errors: [{ path: 'format' }] } })
  })
})

describe('what people say to a session', () => {
  test('is done, told with the server’s time, and recorded with who and when', async () => {
    await prepare()
    const started = await fay().say({ type: 'start' })
    expect(started).toMatchObject({ status: 200, body: { serverNowMs: clock.nowMs() } })
    expect(started.body.session).toMatchObject({
      leaderId: 'operator',
      runsAs: 'open',
      run: { clock: { state: 'none' } },
    })
    const { run, runsAs } = (await fay().say({ type: 'next' })).body.session
    expect(run).toMatchObject({
      status: 'running',
      clock: { state: 'ticking', deadlineMs: clock.nowMs() + 8 * minuteMs },
    })
    expect(runsAs).toBe('brief')
  })

  test('is done once, however often it is sent, at once or later', async () => {
    const { version } = (await prepare()).body.session
    await fay().say({ type: 'start' })
    const next = { key: newKey(), version: version + 1, command: { type: 'next' } }
    const answers = await Promise.all([1, 2, 3, 4].map(() => fay().send(next)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await fay().say({ type: 'raise_hand' })
    const again = await fay().send(next)
    expect(again).toMatchObject({ status: 200, body: { session: { run: { visits: { length: 2 } } } } })
    expect((await fay().now()).run.visits).toHaveLength(2)
  })

  test('that two people say at once moves the session on once; the other is shown where it is', async () => {
    const { version } = (await prepare()).body.session
    const { device } = await participant(server, boardId, 'facilitator')
    await fay().say({ type: 'start' })
    const next = () => ({ key: newKey(), version: version + 1, command: { type: 'next' } })
    const answers = await Promise.all([fay().send(next()), commanderOf(device, boardId).send(next())])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'session_stale', serverNowMs: clock.nowMs() })
    expect(refused?.body.session).toMatchObject({ run: { visits: { length: 2 } } })
  })

  test('of before a hand went up is not stale, of before another step is', async () => {
    await prepare()
    const { version } = (await fay().say({ type: 'start' })).body.session
    const { device } = await participant(server, boardId)
    await commanderOf(device, boardId).say({ type: 'raise_hand' })
    expect(await fay().send({ key: newKey(), version, command: { type: 'next' } })).toMatchObject({ status: 200 })
    expect(await fay().send({ key: newKey(), version, command: { type: 'back' } })).toMatchObject({ status: 409 })
    const later = { key: newKey(), version: 9_999, command: { type: 'pause' } }
    expect(await fay().send(later)).toMatchObject({ status: 409, body: { code: 'session_stale' } })
  })

  test('without the right is refused with a sentence', async () => {
    await prepare()
    const { device } = await participant(server, boardId)
    expect(await commanderOf(device, boardId).say({ type: 'start' })).toMatchObject({
      status: 403,
      body: { code: 'not_allowed', detail: 'Only facilitators of this board may.' },
    })
    const stranger = await participant(server, (await board(server)).id)
    expect(await stranger.device.get(path)).toMatchObject({ status: 403, body: { code: 'not_a_member' } })
  })

  test('names the step that it adds, unless something is called so', async () => {
    const { session } = (await prepare()).body
    const [first] = session.plan.steps
    const copy = async (key: string, version: number) =>
      (await fay().send({ key, version, command: { type: 'copy_step', stepId: first.id } })).body.session
    const once = await copy('her-own-word', session.version)
    expect(once.plan.steps[1]).toEqual({ ...first, id: 'her-own-word' })
    const twice = await copy(first.id, once.version)
    const thrice = await copy('no id: has spaces', twice.version)
    const ids: string[] = thrice.plan.steps.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(session.plan.steps.length + 3)
    expect(ids).not.toContain('no id: has spaces')
  })

  test('beyond its bounds is refused: a step of 25 hours, a note of a book', async () => {
    await prepare({})
    const add = (step: object) => fay().say({ type: 'add_step', step: { ...aStep, ...step }, afterId: null } as never)
    expect(await add({ minutes: 25 * 60 })).toMatchObject({ status: 422, body: { code: 'step_too_long' } })
    expect(await add({ notes: { en: 'x'.repeat(4_001) } })).toMatchObject({
      status: 422,
      body: { code: 'text_too_long' },
    })
    expect(await add({ mode: 'circus' })).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(await add({ surprise: true })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'command.step.surprise' }] },
    })
    expect(await add({})).toMatchObject({ status: 200 })
  })

  test('a thousand times a second is too much; the room goes on', async () => {
    await prepare()
    await fay().say({ type: 'start' })
    const { device } = await participant(server, boardId)
    const { say, send, now } = commanderOf(device, boardId)
    const { version } = await now()
    const release = clock.hold()
    const flood = Array.from({ length: 200 }, (_, i) =>
      send({ key: newKey(), version, command: { type: 'say_done', isDone: i % 2 === 0 } }),
    )
    const statuses = (await Promise.all(flood)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    expect(statuses.filter((status) => status === 200)).toHaveLength(2 * maxCommandsPerSecond)
    expect(await fay().say({ type: 'next' })).toMatchObject({ status: 200 })
    clock.moveMs(1_000)
    expect(await say({ type: 'raise_hand' })).toMatchObject({ status: 200 })
    release()
  })

  test('to one that has ended is refused with what became of it', async () => {
    await prepare()
    const { version } = (await fay().say({ type: 'start' })).body.session
    const end = { key: newKey(), version, command: { type: 'end' } }
    expect(await fay().send(end)).toMatchObject({ status: 200, body: { session: { run: { status: 'ended' } } } })
    // The answer was lost on the way, and it is sent again.
    expect(await fay().send(end)).toMatchObject({ status: 200, body: { session: { run: { status: 'ended' } } } })
    expect(await fay().send({ key: newKey(), version, command: { type: 'next' } })).toMatchObject({
      status: 409,
      body: { code: 'session_over', session: { run: { status: 'ended' } } },
    })
    expect(await program(server).get(path)).toMatchObject({ status: 404, body: { code: 'no_session' } })
    expect(await prepare()).toMatchObject({ status: 201 })
  })
})

describe('a session in the middle of a step', () => {
  test('is to the second what it was on a server that comes up on what was stored', async () => {
    await prepare()
    await fay().say({ type: 'start' })
    clock.moveMs(3 * minuteMs)
    await fay().say({ type: 'add_minutes', minutes: 1 })
    await fay().say({ type: 'freeze', isFrozen: true })
    const before = await fay().now()
    const again = await startOnCopyOf(server, { clock })
    expect((await program(again).get(path)).body.session).toEqual(before)
    await again.stop()
  })
})

describe('who leads', () => {
  test('has to be a facilitator of the board', async () => {
    await prepare()
    const { joined } = await participant(server, boardId)
    const other = await participant(server, boardId, 'facilitator')
    const name = (participantId: string) => fay().say({ type: 'name_deputy', participantId })
    expect(await name(joined.participantId)).toMatchObject({ status: 422, body: { code: 'not_a_facilitator' } })
    expect(await name('nobody-at-all')).toMatchObject({ status: 422 })
    expect(await name(other.joined.participantId)).toMatchObject({ status: 200 })
    const over = { type: 'hand_over', participantId: other.joined.participantId } as const
    expect((await fay().say(over)).body.session).toMatchObject({ leaderId: other.joined.participantId })
    const { body } = await program(server).patch(`/api/boards/${boardId}/people/${other.joined.participantId}`, {
      role: 'editor',
    })
    expect(body.role).toBe('editor')
    expect(await fay().now()).toMatchObject({ leaderId: 'operator', deputyId: null })
  })
})
