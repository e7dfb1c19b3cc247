import { uptime } from 'node:os'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSteadyTime } from './system/steady-time.ts'
import { systemClock } from './system/system-clock.ts'
import { note } from './testing/board-content.ts'
import { account, board, participant } from './testing/facts.ts'
import { program, socketUrl } from './testing/http-client.ts'
import { manualClock } from './testing/manual-clock.ts'
import { connectRaw } from './testing/raw-client.ts'
import { commanderOf } from './testing/session-facts.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'
import { makeTempDir } from './testing/temp-dir.ts'
import { until } from './testing/until.ts'
import { openRound } from './testing/vote-facts.ts'

const hourMs = 60 * 60 * 1_000

let server: TestServer
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  // The machine's clock as the server has it, but for the time of day, which is the one that is set.
  const time = createSteadyTime({ wallMs: () => Date.now(), awakeMs: () => performance.now(), uptimeS: uptime })
  server = await startTestServer({ clock: { ...systemClock, ...time } })
})
afterEach(async () => {
  await server.stop()
  vi.useRealTimers()
})

test('a clock that is set back by an hour stops nothing and puts nothing in disorder while a board is open', async () => {
  const { id } = await board(server, { template: 'innovation-cafe-hybrid' })
  const operator = program(server)
  const { browser: signedIn } = await account(server)
  await operator.post(`/api/boards/${id}/session`, { hasTemplateSteps: true })
  const fay = commanderOf(operator, id)
  for (const type of ['start', 'next'] as const) await fay.say({ type })
  const round = await openRound(server, `/api/boards/${id}/votes`, { minutes: 5 })
  const ana = await connectRaw(socketUrl(server), server.adminToken, { boardId: id })
  const save = async (title: string) => (await operator.post(`/api/boards/${id}/checkpoints`, { title })).body
  const first = await save('first')
  const { body: before } = await operator.get(`/api/boards/${id}/session`)

  vi.setSystemTime(Date.now() - hourMs)

  const { body: after } = await operator.get(`/api/boards/${id}/session`)
  expect(after.serverNowMs).toBeGreaterThanOrEqual(before.serverNowMs)
  ana.edit((records) => records.put(note('shape:after', 'after')))
  await until('the acknowledgement', () => ana.saved.some(({ count }) => count === 1))
  const { joined } = await participant(server, id)
  const ben = await connectRaw(socketUrl(server), joined.token, { boardId: id })
  expect(ben.records.has('shape:after')).toBe(true)
  expect((await signedIn.get('/api/me')).body.account).not.toBeNull()
  expect((await operator.get(`/api/boards/${id}/votes/${round.id}`)).body.result).toBeNull()
  await save('second')
  const { body: list } = await operator.get(`/api/boards/${id}/checkpoints`)
  expect(list).toMatchObject([{ title: 'second' }, { title: 'first' }])
  expect((await fay.say({ type: 'next' })).status).toBe(200)
  expect((await operator.post(`/api/boards/${id}/checkpoints/${first.id}/restore`)).status).toBe(200)
  await until('everybody to be sent to what is restored', () => ana.closed && ben.closed)
  expect([ana, ben].map(({ closed }) => closed?.code)).toEqual([4409, 4409])
  for (const person of [ana, ben]) person.stop()
})

test('a server that starts with a clock an hour back goes on where it ended: a step has no more time, and the order stays', async () => {
  const dir = await makeTempDir()
  const startAt = (nowMs: number) => startTestServer({ clock: manualClock(nowMs), config: { dataDir: dir.path } })
  const beganAtMs = Date.UTC(2026, 10, 22, 9)
  let run = await startAt(beganAtMs)
  try {
    const { id } = await board(run, { template: 'innovation-cafe-hybrid' })
    await program(run).post(`/api/boards/${id}/session`, { hasTemplateSteps: true })
    await commanderOf(program(run), id).say({ type: 'start' })
    await program(run).post(`/api/boards/${id}/checkpoints`, { title: 'first' })
    const { body: before } = await program(run).get(`/api/boards/${id}/session`)
    await run.stop()

    run = await startAt(beganAtMs - hourMs)

    const { body: after } = await program(run).get(`/api/boards/${id}/session`)
    expect(after).toEqual(before)
    await program(run).post(`/api/boards/${id}/checkpoints`, { title: 'second' })
    const { body: list } = await program(run).get(`/api/boards/${id}/checkpoints`)
    expect(list.map(({ createdAtMs }: { createdAtMs: number }) => createdAtMs)).toEqual([beganAtMs, beganAtMs])
  } finally {
    await run.stop()
    await dir.remove()
  }
})
