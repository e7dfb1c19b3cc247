import { describe, expect, test } from 'vitest'
import { createDeviceLine, type LineProfile, poorLine } from './device-line.ts'
import type { Lane } from './lane.ts'
import { manualClock } from './testing/manual-clock.ts'

const lossless: LineProfile = { ...poorLine, lossShare: 0 }

function lineOf(profile: LineProfile, seed = 1) {
  const clock = manualClock()
  const line = createDeviceLine(profile, { seed, clock })
  return { clock, line }
}

function receive(lane: Lane) {
  const got = { bytes: 0, text: '', hasEnded: false, drains: 0 }
  const flow = lane.open({
    deliver(bytes) {
      got.bytes += bytes.byteLength
      got.text += bytes.toString('latin1')
    },
    end() {
      got.hasEnded = true
    },
    drained() {
      got.drains += 1
    },
  })
  return { flow, got }
}

describe('a line without losses', () => {
  test('carries its rate, headers included, after half a round trip', () => {
    const { clock, line } = lineOf(lossless)
    const { flow, got } = receive(line.down)
    flow.send(Buffer.alloc(1_460))
    clock.moveMs(187)
    expect(got.bytes).toBe(0)
    // 300 ms of way and 187.5 ms for 1,500 bytes at 64 kbit/s.
    clock.moveMs(301)
    expect(got.bytes).toBe(1_460)
  })

  test('carries a large answer in the time its bytes take', () => {
    const { clock, line } = lineOf(lossless)
    const { flow, got } = receive(line.down)
    flow.send(Buffer.alloc(146_000))
    flow.end()
    clock.moveMs(18_700)
    expect(got.hasEnded).toBe(false)
    clock.moveMs(500)
    expect(got).toMatchObject({ bytes: 146_000, hasEnded: true })
    expect(line.down.carriedBytes).toBe(100 * 1_500 + 40)
  })

  test('is shared by all connections, so that a download leaves the others their turn', () => {
    const { clock, line } = lineOf({ ...lossless, queueBytes: 3_000 })
    const download = receive(line.down)
    const note = receive(line.down)
    download.flow.send(Buffer.alloc(1_000_000))
    clock.moveMs(10_000)
    note.flow.send(Buffer.from('a note'))
    clock.moveMs(1_000)
    expect(note.got.text).toBe('a note')
    expect(download.got.bytes).toBeLessThan(100_000)
  })

  test('asks the sender to wait, and to go on', () => {
    const { clock, line } = lineOf(lossless)
    const { flow, got } = receive(line.up)
    expect(flow.send(Buffer.alloc(8_000))).toBe(true)
    expect(flow.send(Buffer.alloc(50_000))).toBe(false)
    expect(got.drains).toBe(0)
    clock.moveMs(8_000)
    expect(got.drains).toBe(1)
    expect(flow.send(Buffer.alloc(10))).toBe(true)
  })

  test('up and down do not hold each other up', () => {
    const { clock, line } = lineOf(lossless)
    receive(line.up).flow.send(Buffer.alloc(1_000_000))
    const { flow, got } = receive(line.down)
    flow.send(Buffer.from('down'))
    clock.moveMs(310)
    expect(got.text).toBe('down')
  })
})

describe('a line with losses', () => {
  const text = Array.from({ length: 20_000 }, (_, i) => String(i)).join(' ')

  test('loses nothing and keeps the order, but takes longer and carries more', () => {
    const { clock, line } = lineOf({ ...poorLine, lossShare: 0.1 })
    const { flow, got } = receive(line.down)
    flow.send(Buffer.from(text))
    flow.end()
    clock.moveMs((text.length * 8) / 64)
    expect(got.hasEnded).toBe(false)
    clock.moveMs(120_000)
    expect(got.text).toBe(text)
    expect(got.hasEnded).toBe(true)
    expect(line.down.carriedBytes).toBeGreaterThan(text.length * 1.05)
  })

  test('says nothing for about a round trip after a loss, then gives all that waited at once', () => {
    const { clock, line } = lineOf({ ...poorLine, lossShare: 0.1 }, 3)
    const { flow, got } = receive(line.down)
    flow.send(Buffer.alloc(60_000))
    const steps: number[] = []
    for (let before = 0, i = 0; i < 150; i += 1) {
      clock.moveMs(100)
      steps.push(got.bytes - before)
      before = got.bytes
    }
    const longestSilence = steps
      .slice(5)
      .map((bytes) => (bytes === 0 ? '0' : '1'))
      .join('')
      .split('1')
      .reduce((longest, zeros) => Math.max(longest, zeros.length), 0)
    expect(longestSilence).toBeGreaterThanOrEqual(5)
    // More than the line carries in 100 ms: it had arrived before, behind the one that was missing.
    expect(Math.max(...steps)).toBeGreaterThan(2_000)
  })

  test('holds up only the connection that lost something', () => {
    const { clock, line } = lineOf(lossless)
    const held = receive(line.down)
    line.fail()
    held.flow.send(Buffer.from('held'))
    clock.moveMs(100)
    line.restore()
    const other = receive(line.down)
    other.flow.send(Buffer.from('other'))
    clock.moveMs(400)
    expect(other.got.text).toBe('other')
    expect(held.got.text).toBe('')
    clock.moveMs(2_000)
    expect(held.got.text).toBe('held')
  })

  test('does the same for the same seed, and something else for another', () => {
    const trace = (seed: number) => {
      const { clock, line } = lineOf(poorLine, seed)
      const { flow, got } = receive(line.down)
      flow.send(Buffer.alloc(300_000))
      return Array.from({ length: 60 }, () => {
        clock.moveMs(500)
        return got.bytes
      })
    }
    expect(trace(7)).toEqual(trace(7))
    expect(trace(7)).not.toEqual(trace(8))
  })
})

describe('a line that fails for a while', () => {
  test('goes on by itself, later the longer it was gone', () => {
    const { clock, line } = lineOf(lossless)
    const { flow, got } = receive(line.up)
    line.fail()
    flow.send(Buffer.from('kept'))
    clock.moveMs(30_000)
    expect(got.text).toBe('')
    line.restore()
    clock.moveMs(60_000)
    expect(got.text).toBe('kept')
  })
})

test('what a closed connection sent does not arrive, nor what is sent into it', () => {
  const { clock, line } = lineOf(lossless)
  const { flow, got } = receive(line.up)
  flow.send(Buffer.from('gone'))
  flow.close()
  flow.send(Buffer.from('gone, too'))
  flow.end()
  clock.moveMs(10_000)
  expect(got).toMatchObject({ text: '', hasEnded: false })
})
