import { describe, expect, test } from 'vitest'
import { createSteadyTime } from './steady-time.ts'

const startMs = Date.UTC(2026, 10, 22, 9)
const minuteMs = 60_000
const hourMs = 60 * minuteMs

function machine() {
  const now = { wallMs: startMs, awakeMs: 5_000, uptimeS: 400 }
  const time = createSteadyTime({ wallMs: () => now.wallMs, awakeMs: () => now.awakeMs, uptimeS: () => now.uptimeS })
  return {
    time: time.nowMs,
    goOnFrom: time.goOnFrom,
    set: (byMs: number) => {
      now.wallMs += byMs
    },
    pass: (ms: number) => {
      now.wallMs += ms
      now.awakeMs += ms
      now.uptimeS += ms / 1_000
    },
    sleep: (ms: number) => {
      now.wallMs += ms
      now.uptimeS += ms / 1_000
    },
  }
}

describe('the server’s time', () => {
  test('goes with the wall clock', () => {
    const { time, pass } = machine()
    expect(time()).toBe(startMs)
    pass(10 * minuteMs)
    expect(time()).toBe(startMs + 10 * minuteMs)
  })

  test.each([hourMs, -hourMs])('does not jump when the clock is set by %i ms, also in many small steps', (byMs) => {
    const { time, set, pass } = machine()
    pass(minuteMs)
    set(byMs)
    expect(time()).toBe(startMs + minuteMs)
    for (let i = 0; i < 60; i += 1) {
      set(byMs / 60)
      pass(minuteMs)
      expect(time()).toBe(startMs + (2 + i) * minuteMs)
    }
  })

  test('does not stand still while the machine sleeps', () => {
    const { time, set, pass, sleep } = machine()
    pass(minuteMs)
    time()
    sleep(30 * minuteMs)
    pass(2_000)
    expect(time()).toBe(startMs + 31 * minuteMs + 2_000)
    sleep(5 * minuteMs)
    set(-hourMs)
    pass(2_000)
    expect(time()).toBe(startMs + 36 * minuteMs + 4_000)
  })

  describe('that goes on from a moment ahead of the wall clock', () => {
    test('nears it so slowly that nobody notices, and never runs backwards', () => {
      const { time, goOnFrom, pass } = machine()
      goOnFrom(startMs + hourMs)
      expect(time()).toBe(startMs + hourMs)
      pass(20 * minuteMs)
      expect(time()).toBe(startMs + hourMs + 20 * minuteMs - 6_000)
      for (let i = 0, before = time(); i < 300; i += 1, before = time()) {
        pass(hourMs)
        expect(time()).toBeGreaterThan(before)
      }
      expect(time()).toBe(startMs + 300 * hourMs + 20 * minuteMs)
    })

    test('does not jump when that is put right, but follows it once the machine has learnt what day it is', () => {
      const { time, goOnFrom, set, pass } = machine()
      goOnFrom(startMs + hourMs)
      set(4 * hourMs)
      pass(20 * minuteMs)
      expect(time()).toBe(startMs + hourMs + 20 * minuteMs - 6_000)
      set(12 * hourMs)
      pass(2_000)
      expect(time()).toBe(startMs + 16 * hourMs + 20 * minuteMs + 2_000)
      pass(20 * minuteMs)
      expect(time()).toBe(startMs + 16 * hourMs + 40 * minuteMs + 2_000)
    })

    test('stays with the wall clock where that is ahead', () => {
      const { time, goOnFrom, pass } = machine()
      goOnFrom(startMs - hourMs)
      pass(minuteMs)
      expect(time()).toBe(startMs + minuteMs)
    })
  })

  test('is not shaken by uptimes in whole seconds', () => {
    const now = { awakeMs: 0 }
    const { nowMs: time } = createSteadyTime({
      wallMs: () => startMs,
      awakeMs: () => now.awakeMs,
      uptimeS: () => Math.floor((now.awakeMs + 700) / 1_000),
    })
    for (let i = 1; i <= 1_000; i += 1) {
      now.awakeMs += 1_234
      expect(time()).toBe(startMs + i * 1_234)
    }
  })

  test('is taken over once the machine has learnt what day it is, and never runs backwards', () => {
    const { time, set, pass } = machine()
    pass(minuteMs)
    set(100 * 24 * hourMs)
    pass(minuteMs)
    expect(time()).toBe(startMs + 100 * 24 * hourMs + 2 * minuteMs)
    set(-100 * 24 * hourMs)
    pass(minuteMs)
    expect(time()).toBe(startMs + 100 * 24 * hourMs + 3 * minuteMs)
  })
})
