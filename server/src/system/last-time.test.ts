import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manualClock } from '../testing/manual-clock.ts'
import { makeTempDir } from '../testing/temp-dir.ts'
import { keepLastTime } from './last-time.ts'

const hourMs = 60 * 60 * 1_000
const stoppedAtMs = Date.UTC(2026, 10, 22, 9)

let dir: Awaited<ReturnType<typeof makeTempDir>>
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(() => dir.remove())

/** A run whose machine says so at its start. @returns what its time is then, and what it warned of. */
function run(machineMs: number) {
  const clock = manualClock(machineMs)
  const warned: string[] = []
  const stop = keepLastTime(dir.path, clock, {
    warn: (_facts: object, message?: string) => void warned.push(message ?? ''),
  })
  const beganAtMs = clock.nowMs()
  stop()
  return { beganAtMs, warned }
}

describe('a run that begins', () => {
  test('for the first time takes the machine’s clock', () => {
    expect(run(stoppedAtMs)).toEqual({ beganAtMs: stoppedAtMs, warned: [] })
  })

  test('later than the last one ended takes the machine’s clock', () => {
    run(stoppedAtMs)
    expect(run(stoppedAtMs + 5_000)).toEqual({ beganAtMs: stoppedAtMs + 5_000, warned: [] })
  })

  test('a second before the last one ended goes on from there without a word', () => {
    run(stoppedAtMs)
    expect(run(stoppedAtMs - 1_000)).toEqual({ beganAtMs: stoppedAtMs, warned: [] })
  })

  test.each([
    ['an hour', hourMs],
    ['six days', 6 * 24 * hourMs],
    ['56 years, on a machine that knows no date,', stoppedAtMs],
  ])('%s before the last one ended goes on from there, again and again, and says so', (_name, byMs) => {
    run(stoppedAtMs)
    for (let i = 0; i < 3; i += 1) {
      const { beganAtMs, warned } = run(stoppedAtMs - byMs + i * 1_000)
      expect(beganAtMs).toBe(stoppedAtMs)
      expect(warned).toEqual([expect.stringContaining(join(dir.path, 'last-time'))])
    }
  })

  test('long before the last one ended, whose clock must have been wrong, takes the machine’s', () => {
    run(Date.UTC(2099, 0, 1))
    expect(run(stoppedAtMs)).toEqual({ beganAtMs: stoppedAtMs, warned: [expect.stringContaining('its time is taken')] })
    expect(run(stoppedAtMs + 1_000).warned).toEqual([])
  })

  test('where its file was removed takes the machine’s clock', async () => {
    run(stoppedAtMs)
    await rm(join(dir.path, 'last-time'))
    expect(run(stoppedAtMs - hourMs).beganAtMs).toBe(stoppedAtMs - hourMs)
  })

  test('where the time cannot be noted goes on, and says so', async () => {
    await rm(dir.path, { recursive: true })
    const { beganAtMs, warned } = run(stoppedAtMs)
    expect(beganAtMs).toBe(stoppedAtMs)
    expect(warned[0]).toContain('could not be noted')
  })
})
