import { expect, test } from 'vitest'
import { createLineFlow } from './line-flow.ts'

/** A line that carries so much a second, one way after another, behind a round trip. Time passes in steps of 1 ms. */
function line(bytesPerSecond: number, roundTripMs: number) {
  let nowMs = 0
  let freeAtMs = 0
  let pongs: { number: number; atMs: number }[] = []
  const flow = createLineFlow((number) => {
    pongs.push({ number, atMs: Math.max(nowMs, freeAtMs) + roundTripMs })
  })
  return {
    flow,
    get nowMs() {
      return nowMs
    },
    /** How long what is sent now will wait for what was sent before. */
    get queuedMs() {
      return Math.max(0, freeAtMs - nowMs)
    },
    send(bytes: number) {
      flow.sent(bytes)
      freeAtMs = Math.max(freeAtMs, nowMs) + (bytes / bytesPerSecond) * 1_000
      flow.probe(nowMs)
    },
    pass(ms: number, act: () => void = () => undefined) {
      for (let i = 0; i < ms; i += 1) {
        nowMs += 1
        const due = pongs.filter(({ atMs }) => atMs <= nowMs)
        pongs = pongs.filter(({ atMs }) => atMs > nowMs)
        for (const { number } of due) {
          flow.answered(number, nowMs)
          flow.probe(nowMs)
        }
        act()
      }
    },
  }
}

test('[PR11] a slow line never holds much more than a second of what it carries, and is used', () => {
  const slow = line(8_000, 600)
  slow.send(200)
  slow.pass(1_000)
  let sent = 0
  let longestWaitMs = 0
  slow.pass(30_000, () => {
    longestWaitMs = slow.nowMs > 5_000 ? Math.max(longestWaitMs, slow.queuedMs) : 0
    if (slow.nowMs % 20 !== 0 || slow.flow.fullness(slow.nowMs) >= 1) return
    sent += 1_000
    slow.send(1_000)
  })
  expect(longestWaitMs).toBeLessThan(1_200)
  expect(sent / 30).toBeGreaterThan(8_000 * 0.6)
})

test('[PR11] a fast line has room for all that a crowd shows', () => {
  const fast = line(10_000_000, 2)
  fast.pass(5_000, () => {
    if (fast.nowMs % 20 === 0) fast.send(12_000)
  })
  let waited = 0
  fast.pass(5_000, () => {
    if (fast.nowMs % 20 !== 0) return
    if (fast.flow.fullness(fast.nowMs) >= 1) waited += 1
    fast.send(12_000)
  })
  expect(waited).toBe(0)
})

test('[PR11] a line that stops answering is full at once, whatever it carried before', () => {
  const fast = line(10_000_000, 2)
  fast.pass(2_000, () => {
    if (fast.nowMs % 20 === 0) fast.send(12_000)
  })
  const dead = createLineFlow(() => undefined)
  dead.sent(100)
  dead.probe(0)
  expect(dead.fullness(500)).toBeLessThan(1)
  expect(dead.fullness(1_300)).toBeGreaterThanOrEqual(1)
})

test('asks little of a line that little is sent on', () => {
  let asked = 0
  const flow = createLineFlow(() => {
    asked += 1
  })
  for (let ms = 0; ms < 60_000; ms += 50) {
    flow.sent(20)
    flow.probe(ms)
    flow.answered(asked, ms)
  }
  expect(asked).toBeLessThan(20)
})
