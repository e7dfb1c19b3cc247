import { uptime } from 'node:os'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSteadyTime } from './system/steady-time.ts'
import { systemClock } from './system/system-clock.ts'
import { note } from './testing/board-content.ts'
import { account, board, participant } from './testing/facts.ts'
import { program, socketUrl } from './testing/http-client.ts'
import { connectRaw } from './testing/raw-client.ts'
import { commanderOf } from './testing/session-facts.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'
import { until } from './testing/until.ts'
import { openRound } from './testing/vote-facts.ts'

const hourMs = 60 * 60 * 1_000

let server: TestServer
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  // The machine's clock as the server has it, but for the time of day, which is the one that is set.
  const nowMs = createSteadyTime({ wallMs: () => Date.now(), awakeMs: () => performance.now(), uptimeS: uptime })
  server = await startTestServer({ clock: { ...systemClock, nowMs } })
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
