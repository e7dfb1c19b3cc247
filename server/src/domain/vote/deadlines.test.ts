import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SystemClock } from '../../system/system-clock.ts'
import { program } from '../../testing/http-client.ts'
import { manualClock } from '../../testing/manual-clock.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { until } from '../../testing/until.ts'
import { boardToVoteOn, openRound, type TestVoter, voter } from '../../testing/vote-facts.ts'

const beganAtMs = 1_800_000_000_000

/** Minutes pass when they are told to; what is shorter than a test's patience runs by itself. */
function clockOfMinutes(atMs: number): SystemClock & { moveMs(byMs: number): void } {
  const clock = manualClock(atMs)
  const waiting = new Set<{ atMs: number; run: () => void }>()
  return {
    ...clock,
    after(delayMs, run) {
      if (delayMs < 40_000) return clock.after(delayMs, run)
      const timer = { atMs: clock.nowMs() + delayMs, run }
      waiting.add(timer)
      return () => waiting.delete(timer)
    },
    moveMs(byMs) {
      clock.moveMs(byMs)
      for (const timer of [...waiting].filter((one) => one.atMs <= clock.nowMs())) {
        waiting.delete(timer)
        timer.run()
      }
    },
  }
}

let dir: TempDir
let server: TestServer
let clock: ReturnType<typeof clockOfMinutes>
let ana: TestVoter
let path: string
let roundId: string
beforeEach(async () => {
  dir = await makeTempDir()
  clock = clockOfMinutes(beganAtMs)
  server = await startTestServer({ clock, config: { dataDir: dir.path } })
  const board = await boardToVoteOn(server)
  path = board.path
  ana = await voter(server, board.id, () => roundId)
  const round = await openRound(server, path, { minutes: 2 })
  roundId = round.id
  expect(round.closesAtMs).toBe(beganAtMs + 120_000)
})
afterEach(async () => {
  await server.stop()
  await dir.remove()
})

function stored(): { closedAtMs: number | null; votes: number | undefined } {
  const db = new Sqlite(join(dir.path, 'tablecloth.sqlite'), { readonly: true })
  const row = db.prepare('SELECT closed_at_ms, result FROM vote_round').get() as {
    closed_at_ms: number | null
    result: string | null
  }
  db.close()
  return { closedAtMs: row.closed_at_ms, votes: row.result === null ? undefined : JSON.parse(row.result).votes }
}

describe('[VO4] a round with minutes', () => {
  test('takes dots to its last moment, and is closed by itself', async () => {
    clock.moveMs(119_999)
    expect((await ana.put(0, 'a')).status).toBe(200)
    expect(stored()).toEqual({ closedAtMs: null, votes: undefined })
    clock.moveMs(1)
    await until('the round to be closed', () => stored().closedAtMs !== null)
    expect(stored()).toEqual({ closedAtMs: beganAtMs + 120_000, votes: 1 })
    expect((await ana.put(1, 'a')).body.code).toBe('vote_closed')
  })

  test('takes no dot after its time, also where its timer is late', async () => {
    await ana.put(0, 'a')
    const late = manualClock(beganAtMs + 500_000)
    await server.stop()
    server = await startTestServer({ clock: { ...late, after: () => () => undefined }, config: { dataDir: dir.path } })
    const again = program(server, ana.token)
    expect(stored().closedAtMs).toBeNull()
    const answer = await again.send('PUT', `${path}/${roundId}/dots/1`, '{"target":"shape:a"}', {
      'content-type': 'application/json',
    })
    expect(answer.body.code).toBe('vote_closed')
    expect(stored()).toEqual({ closedAtMs: beganAtMs + 120_000, votes: 1 })
  })

  test('is closed in time by a server that was started in between, and at once by one that comes too late', async () => {
    await ana.put(0, 'a')
    clock.moveMs(60_000)
    await server.stop()
    clock = clockOfMinutes(beganAtMs + 60_000)
    server = await startTestServer({ clock, config: { dataDir: dir.path } })
    clock.moveMs(59_000)
    expect((await program(server).get(`${path}/${roundId}`)).body.closedAtMs).toBeNull()
    await server.stop()
    server = await startTestServer({ clock: clockOfMinutes(beganAtMs + 900_000), config: { dataDir: dir.path } })
    await until('the round to be closed', () => stored().closedAtMs !== null)
    expect(stored()).toEqual({ closedAtMs: beganAtMs + 120_000, votes: 1 })
  })
})
