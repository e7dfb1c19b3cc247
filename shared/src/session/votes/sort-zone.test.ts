import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../board/drawing/plan.ts'
import { type SortedBox, type SortSpace, sortByVotes } from './sort-zone.ts'

const space = (overrides: Partial<SortSpace> = {}): SortSpace => ({
  within: { x: 0, y: 0, w: 1000, h: 1000 },
  gap: 20,
  obstacles: [],
  direction: 'ltr',
  ...overrides,
})
const note = (id: string, votes: number, overrides: Partial<SortedBox> = {}): SortedBox => ({
  ...{ id, votes, superVotes: 0, x: 0, y: 0, w: 200, h: 200 },
  ...overrides,
})
function sorted(boxes: readonly SortedBox[], in_: SortSpace): SortedBox[] {
  const moves = new Map(sortByVotes(boxes, in_).moves.map((move) => [move.id, move]))
  return boxes.map((box) => ({
    ...box,
    x: box.x + (moves.get(box.id)?.byX ?? 0),
    y: box.y + (moves.get(box.id)?.byY ?? 0),
  }))
}
const isOver = (a: Box, b: Box) =>
  a.x + a.w > b.x + 1e-6 && b.x + b.w > a.x + 1e-6 && a.y + a.h > b.y + 1e-6 && b.y + b.h > a.y + 1e-6

describe('sorting a zone by votes', () => {
  test('puts the most voted first, in the direction of reading', () => {
    const boxes = ['a', 'b', 'c', 'd', 'e'].map((id, i) => note(id, i, { x: i * 7, y: i * 90 }))
    const places = (direction: 'ltr' | 'rtl') =>
      sorted(boxes, space({ direction }))
        .toSorted((a, b) => b.votes - a.votes)
        .map(({ id, x, y }) => [id, x, y])
    expect(places('ltr')).toEqual([
      ['e', 0, 0],
      ['d', 220, 0],
      ['c', 440, 0],
      ['b', 660, 0],
      ['a', 0, 220],
    ])
    expect(places('rtl')).toEqual([
      ['e', 800, 0],
      ['d', 580, 0],
      ['c', 360, 0],
      ['b', 140, 0],
      ['a', 800, 220],
    ])
  })

  test('keeps the order of equals, and says when there is no room for all', () => {
    const boxes = [note('right', 1, { x: 500 }), note('left', 1, { x: 100 }), note('below', 1, { y: 300 })]
    expect(
      sorted(boxes, space())
        .toSorted((a, b) => a.x - b.x)
        .map(({ id }) => id),
    ).toEqual(['left', 'right', 'below'])
    expect(sortByVotes(boxes, space()).fits).toBe(true)
    expect(sortByVotes(boxes, space({ within: { x: 0, y: 0, w: 300, h: 500 } })).fits).toBe(false)
  })

  test('moves nothing over anything, in any zone, and nothing at all when it is sorted', () => {
    const size = fc.integer({ min: 1, max: 700 })
    const place = fc.record({
      x: fc.integer({ min: -500, max: 1500 }),
      y: fc.integer({ min: -500, max: 1500 }),
      w: size,
      h: size,
    })
    const votes = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, votes), { maxLength: 25 }),
        fc.array(place, { maxLength: 6 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (list, obstacles, gap, direction) => {
          const boxes = list.map(([box, count], i) => note(String(i), count, box))
          const within = { x: 30, y: 50, w: 800, h: 600 }
          const in_ = space({ gap, obstacles, direction, within })
          const done = sorted(boxes, in_)
          for (const [i, box] of done.entries()) {
            expect([...obstacles, ...done.slice(i + 1)].filter((other) => isOver(box, other))).toEqual([])
            expect(box.y).toBeGreaterThanOrEqual(within.y)
            if (box.w <= within.w) {
              expect(box.x).toBeGreaterThanOrEqual(within.x)
              expect(box.x + box.w).toBeLessThanOrEqual(within.x + within.w)
            }
          }
          const inRows = done.toSorted((a, b) => a.y - b.y || (direction === 'ltr' ? a.x - b.x : b.x + b.w - a.x - a.w))
          const counts = inRows.map((box) => box.votes)
          expect(counts).toEqual(counts.toSorted((a, b) => b - a))
          expect(sortByVotes(done, in_).moves).toEqual([])
        },
      ),
    )
  })
})
