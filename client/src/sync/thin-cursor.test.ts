import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import { thinCursor } from './thin-cursor.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function thinned() {
  const pace = { intervalMs: 50 }
  const sent: CursorPoint[] = []
  const line = { isFull: false }
  const cursor = thinCursor(
    (point) => {
      if (line.isFull) return false
      sent.push(point)
      return true
    },
    () => pace.intervalMs,
  )
  return { sent, line, pace, ...cursor }
}

describe('a pointer', () => {
  test('[CN5] is told at once, then at its latest place in each interval', () => {
    const { sent, move } = thinned()
    for (let x = 0; x < 10; x += 1) move({ x, y: 0 })
    expect(sent).toEqual([{ x: 0, y: 0 }])
    vi.advanceTimersByTime(50)
    expect(sent).toEqual([
      { x: 0, y: 0 },
      { x: 9, y: 0 },
    ])
    vi.advanceTimersByTime(1_000)
    expect(sent).toHaveLength(2)
  })

  test('[CN5] that does not leave its unit is not told again', () => {
    const { sent, move } = thinned()
    move({ x: 1.2, y: 2 })
    vi.advanceTimersByTime(1_000)
    move({ x: 1.4, y: 2.3 })
    vi.advanceTimersByTime(1_000)
    expect(sent).toEqual([{ x: 1, y: 2 }])
  })

  test('[CN5] waits with its latest place while the line is full', () => {
    const { sent, line, move } = thinned()
    line.isFull = true
    move({ x: 1, y: 1 })
    move({ x: 2, y: 2 })
    vi.advanceTimersByTime(500)
    expect(sent).toEqual([])
    line.isFull = false
    vi.advanceTimersByTime(100)
    expect(sent).toEqual([{ x: 2, y: 2 }])
  })

  test('[CN5] is told no more often than the pace of the moment allows', () => {
    const { sent, pace, move } = thinned()
    pace.intervalMs = 400
    move({ x: 1, y: 1 })
    move({ x: 2, y: 2 })
    vi.advanceTimersByTime(399)
    expect(sent).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(sent).toHaveLength(2)
  })

  test('that left the canvas is told as such', () => {
    const { sent, move } = thinned()
    move({ x: 1, y: 1 })
    move(null)
    vi.advanceTimersByTime(100)
    expect(sent.at(-1)).toBeNull()
  })
})
