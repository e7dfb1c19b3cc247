import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SessionCommand } from '#shared/session/commands.ts'
import { ownSeats } from '#shared/session/tables/rounds.ts'
import { noTables } from '#shared/session/tables/table-plan.ts'
import { type SessionView, viewAfter } from '#shared/session/view.ts'
import { awayAfterMs } from '../../../domain/room/seat-watch.ts'
import { systemClock } from '../../../system/system-clock.ts'
import { note } from '../../../testing/board-content.ts'
import { board, participant } from '../../../testing/facts.ts'
import { program, socketUrl } from '../../../testing/http-client.ts'
import { connectRaw, type RawClient } from '../../../testing/raw-client.ts'
import { aStep, commanderOf, newKey } from '../../../testing/session-facts.ts'
import { startOnCopyOf, startTestServer, type TestServer } from '../../../testing/start-test-server.ts'
import { until } from '../../../testing/until.ts'

let server: TestServer
let boardId: string
let clients: RawClient[]
let hurriedMs: number
/** Somebody is missed sooner: the time that passes for this server is its own and what the test adds. */
const clock = {
  ...systemClock,
  monotonicMs: () => systemClock.monotonicMs() + hurriedMs,
  after: (ms: number, run: () => void) => systemClock.after(ms > awayAfterMs / 2 ? 50 : ms, run),
}
beforeEach(async () => {
  hurriedMs = 0
  clients = []
  server = await startTestServer({ clock })
  boardId = (await board(server, { template: 'innovation-cafe-hybrid' })).id
})
afterEach(async () => {
  for (const client of clients) client.stop()
  await server.stop()
})

type Role = 'facilitator' | 'editor' | 'table' | 'viewer'
const zones = ['table-1', 'table-2']
const commander = (of: TestServer = server) => commanderOf(program(of), boardId)
const say = async (command: SessionCommand) => {
  const answer = await commander().say(command)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body.session as SessionView
}
const now = async (of: TestServer = server): Promise<SessionView> => commander(of).now()
async function join(role: Role = 'editor') {
  const { joined, device } = await participant(server, boardId, role)
  return { device, id: joined.participantId, token: joined.token }
}
async function line({ token }: { readonly token: string }, of: TestServer = server) {
  const client = await connectRaw(socketUrl(of), token, { boardId })
  clients.push(client)
  return client
}
/** A session of two rounds at two tables with something between; nobody is seated yet. Ids of the three steps. */
async function prepare(): Promise<string[]> {
  await program(server).post(`/api/boards/${boardId}/session`, {})
  const rounds = { mode: 'tables', zones, isKeptToZones: true } as const
  for (const step of [rounds, { mode: 'open' }, rounds])
    await say({ type: 'add_step', step: { ...aStep, ...step }, afterId: null } as SessionCommand)
  return (await now()).plan.steps.map(({ id }) => id)
}
const planOf = (...rounds: [stepId: string, ...tables: string[][]][]): SessionCommand => ({
  type: 'plan_tables',
  ...{ rule: noTables.rule, hosts: [], standing: [] },
  rounds: rounds.map(([stepId, ...tables]) => ({
    stepIds: [stepId],
    tables: tables.map((people, i) => ({ zone: zones[i] ?? '', people })),
  })),
})
const patience = { timeout: 10_000 }
/** For the server two minutes pass again and again. */
const expectMissed = (id: string) =>
  expect
    .poll(async () => {
      hurriedMs += awayAfterMs
      return (await now()).tables.away
    }, patience)
    .toContain(id)
const viewOf = ({ sessions }: RawClient): SessionView | undefined =>
  sessions.reduce((view: SessionView | undefined, message) => {
    if (message.session === undefined) return 'people' in message ? undefined : view
    return message.session === null ? undefined : viewAfter(view, message.session)
  }, undefined)
const seatsOf = (client: RawClient, id: string) => {
  const view = viewOf(client)
  return view && ownSeats(view, id)
}
const inZone = (id: string, zone: string) => note(id, '', { parentId: `shape:zone-${zone}` })

describe('[SE7] tables', () => {
  test('are told to each person as her own, now and next, and held to; facilitators see all', async () => {
    const [first = '', , last = ''] = await prepare()
    const [ana, ben, gus] = [await join(), await join(), await join('facilitator')]
    await say(planOf([first, [ana.id], [ben.id]], [last, [ben.id], [ana.id]]))
    const [hers, his, all] = [await line(ana), await line(ben), await line(gus)]
    await say({ type: 'start' })
    await until('the first round', () => seatsOf(hers, ana.id)?.now && seatsOf(his, ben.id)?.now)
    expect(seatsOf(hers, ana.id)).toEqual({ now: 'table-1', next: { zone: 'table-2', stepId: last } })
    expect(seatsOf(his, ben.id)).toEqual({ now: 'table-2', next: { zone: 'table-1', stepId: last } })
    expect(viewOf(hers)?.runsAs).toBe('tables')
    expect(viewOf(hers)?.tables.rounds[0]?.tables).toEqual([{ zone: 'table-1', people: [ana.id] }])
    await until('all of them', () => viewOf(all)?.tables.rounds[0]?.tables.length === 2)

    hers.edit((records) => {
      records.put(inZone('shape:at-hers', 'table-1'))
      records.put(inZone('shape:at-his', 'table-2'))
    })
    await until('the notice', () => hers.notices.length > 0)
    expect(hers.notices).toEqual([{ code: 'taken_back', reason: 'step', recordIds: ['shape:at-his'] }])
    await until('hers', () => his.records.has('shape:at-hers'))
    expect(his.records.has('shape:at-his')).toBe(false)

    // Another step: the seats are not told again, and the same people may write elsewhere.
    await say({ type: 'jump', stepId: last })
    await until('the last round', () => seatsOf(hers, ana.id)?.now === 'table-2')
    expect(hers.sessions.findLast(({ session }) => session)?.session).not.toHaveProperty('tables')
    hers.edit((records) => records.put(inZone('shape:at-his-now', 'table-2')))
    await until('hers there', () => his.records.has('shape:at-his-now'))
    await say({ type: 'jump', stepId: first })
    await until('the first round again', () => seatsOf(hers, ana.id)?.now === 'table-1')
  })

  test('seat whoever comes late or was not thought of, and keep the seat of a line that drops', async () => {
    const [first = '', , last = ''] = await prepare()
    const [ana, ben] = [await join(), await join()]
    const [gus, eve] = [await join('facilitator'), await join('viewer')]
    for (const one of [ben, gus, eve]) await line(one)
    await say(planOf([first, [ana.id], []], [last, [], [ana.id]]))
    await say({ type: 'start' })
    await expect.poll(async () => ownSeats(await now(), ben.id).next, patience).toBeTruthy()
    const late = await join()
    const lates = await line(late)
    await until('a seat for who came late', () => seatsOf(lates, late.id)?.now && seatsOf(lates, late.id)?.next)
    const session = await now()
    const seated = session.tables.rounds[0]?.tables.map(({ people }) => people)
    expect(seated?.[0]).toContain(ana.id)
    expect(seated?.flat().toSorted()).toEqual([ana.id, ben.id, late.id].toSorted())
    // She was never here, and nobody counts on her after two minutes; her seat is hers.
    await expectMissed(ana.id)
    const hers = await line(ana)
    await until('her seat', () => seatsOf(hers, ana.id)?.now === 'table-1')
    await expect.poll(async () => (await now()).tables.away, patience).toEqual([])
  })

  test('lose who is sent away, and nobody else', async () => {
    const [first = ''] = await prepare()
    const [ana, ben] = [await join(), await join()]
    await say(planOf([first, [ana.id, ben.id], []]))
    await program(server).delete(`/api/boards/${boardId}/people/${ana.id}`)
    expect((await now()).tables.rounds[0]?.tables[0]?.people).toEqual([ben.id])
  })

  test('and their own times are the same after a restart in the middle', async () => {
    const [first = ''] = await prepare()
    const ana = await join()
    await say(planOf([first, [ana.id], []]))
    await say({ type: 'start' })
    await say({ type: 'start_table_clock', zone: 'table-2', minutes: 3 })
    const before = await now()
    const next = await startOnCopyOf(server, { clock })
    try {
      const after = await now(next)
      expect(after).toEqual(before)
      expect(after.run).toMatchObject({
        tableClocks: [{ zone: 'table-2', clock: { state: 'ticking', totalMs: 180_000 } }],
      })
      const hers = await line(ana, next)
      await until('her seat', () => seatsOf(hers, ana.id)?.now === 'table-1')
    } finally {
      await next.stop()
    }
  })

  test('are in the record of the step, without those who were away', async () => {
    const [first = ''] = await prepare()
    const [ana, ben, device] = [await join(), await join(), await join('table')]
    for (const one of [ana, device]) await line(one)
    await device.device.patch(`/api/boards/${boardId}/me`, { standsFor: 5 })
    await say(planOf([first, [ana.id], [ben.id, device.id]]))
    await say({ type: 'start' })
    await expectMissed(ben.id)
    const { id } = await say({ type: 'end' })
    const { body } = await program(server).get(`/api/boards/${boardId}/sessions/${id}`)
    expect(body.visits[0].tables).toEqual([
      { zone: 'table-1', people: [ana.id] },
      { zone: 'table-2', people: [device.id] },
    ])
    expect(body.people.map(({ standsFor }: { standsFor: number }) => standsFor).toSorted()).toEqual([1, 5])
  })

  test('refuse what cannot be, without the right, and of what is no more', async () => {
    const [first = '', talk = ''] = await prepare()
    const [ana, gus] = [await join(), await join('facilitator')]
    const other = await participant(server, (await board(server)).id)
    const send = async (command: unknown, version?: number) =>
      commander().send({ key: newKey(), version: version ?? (await now()).version, command })
    const fine = planOf([first, [ana.id], []])
    const refused = (status: number, code: string) => ({ status, body: { code } })
    expect(await send(planOf([first, [ana.id], ['nobody-like-her']]))).toMatchObject(refused(422, 'unknown_person'))
    expect(await send(planOf([first, [other.joined.participantId], []]))).toMatchObject(refused(422, 'unknown_person'))
    expect(await send(planOf([first, [ana.id], [ana.id]]))).toMatchObject(refused(422, 'seated_twice'))
    expect(await send(planOf([first, [], [], []]))).toMatchObject(refused(422, 'unknown_table'))
    expect(await send(planOf([talk, [], []]))).toMatchObject(refused(422, 'not_tables'))
    expect(await send(planOf(...Array.from({ length: 1_000 }, () => [first] as [string])))).toMatchObject(
      refused(422, 'out_of_bounds'),
    )
    expect(await send({ ...fine, rounds: 'all' })).toMatchObject({ status: 400 })
    expect(await send({ type: 'seat_person', participantId: ana.id, stepId: first, zone: 'table-1' })).toMatchObject(
      refused(409, 'no_seats'),
    )
    const before = (await now()).version
    expect(await commanderOf(ana.device, boardId).say(fine)).toMatchObject(refused(403, 'not_allowed'))
    expect(await commanderOf(gus.device, boardId).say(fine)).toMatchObject({ status: 200 })
    const stale = await send(fine, before)
    expect(stale).toMatchObject(refused(409, 'session_stale'))
    expect(stale.body.session.tables.rounds).toHaveLength(1)
    // The same key again is the same.
    const body = { key: newKey(), version: (await now()).version, command: { ...fine, rounds: [] } }
    const once = await commander().send(body)
    expect((await commander().send(body)).body.session.version).toBe(once.body.session.version)
  })
})

describe('[SE8] a table’s device', () => {
  const me = () => `/api/boards/${boardId}/me`

  test('stands for so many people and has so many votes; nobody else does, and not while a vote is open', async () => {
    const [device, ana] = [await join('table'), await join()]
    expect(await device.device.patch(me(), { standsFor: 5, place: 'room' })).toMatchObject({
      status: 200,
      body: { role: 'table', standsFor: 5, place: 'room' },
    })
    for (const standsFor of [0, 51, 2.5])
      expect(await device.device.patch(me(), { standsFor })).toMatchObject({ status: 400 })
    expect(await ana.device.patch(me(), { standsFor: 2 })).toMatchObject({ status: 403 })
    expect(await ana.device.patch(me(), { place: 'online' })).toMatchObject({ body: { standsFor: 1, place: 'online' } })
    const lines = await line(device)
    await until('her to be told', () => lines.people.some(({ standsFor }) => standsFor === 5))

    const setup = {
      dots: 3,
      severalOnOne: true,
      zones: [],
      noteKinds: ['note'],
      target: 'notes',
      minutes: null,
      isSecret: false,
    }
    const opened = await program(server).post(`/api/boards/${boardId}/votes`, {
      key: newKey(),
      title: '',
      setup: { ...setup, decider: null, isStraw: false },
    })
    expect(opened).toMatchObject({ status: 201 })
    const path = `/api/boards/${boardId}/votes/${opened.body.id}`
    expect((await device.device.get(path)).body.own.budget.dots).toBe(15)
    expect((await ana.device.get(path)).body.own.budget.dots).toBe(3)
    const voters = (await program(server).get(path)).body.voters
    expect(voters.map(({ budget }: { budget: { dots: number } }) => budget.dots).toSorted()).toEqual([15, 3])
    const isOpen = { status: 409, body: { code: 'vote_is_open' } }
    expect(await device.device.patch(me(), { standsFor: 50 })).toMatchObject(isOpen)
    const person = `/api/boards/${boardId}/people/${device.id}`
    expect(await program(server).patch(person, { role: 'editor' })).toMatchObject(isOpen)
    await program(server).post(`${path}/close`)
    expect(await program(server).patch(person, { role: 'editor' })).toMatchObject({ body: { standsFor: 1 } })
  })

  test('is made one by a facilitator, or by joining with such an invitation, and writes', async () => {
    const ana = await join()
    const person = `/api/boards/${boardId}/people/${ana.id}`
    expect(await program(server).patch(person, { role: 'table', standsFor: 4 })).toMatchObject({
      body: { role: 'table', standsFor: 4 },
    })
    const { code } = (await program(server).post(`/api/boards/${boardId}/invites`, { role: 'table' })).body
    const ben = await join()
    expect(await ben.device.post('/api/join', { code, name: 'Table 3', standsFor: 6 })).toMatchObject({
      body: { role: 'table', participantId: ben.id },
    })
    const listed = (await program(server).get(`/api/boards/${boardId}/people`)).body
    expect(listed.map(({ standsFor }: { standsFor: number }) => standsFor)).toEqual([4, 6])
    const [hers, his] = [await line(ana), await line(ben)]
    hers.edit((records) => records.put(inZone('shape:hers', 'table-1')))
    await until('what was written', () => his.records.has('shape:hers'))
    expect(await program(server).get(me())).toMatchObject({ status: 404 })
    expect(await program(server).patch(me(), { place: 'room' })).toMatchObject({ body: { code: 'person_not_found' } })
  })
})
