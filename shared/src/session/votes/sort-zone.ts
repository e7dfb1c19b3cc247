import { overlaps } from '../../board/box.ts'
import type { Box } from '../../board/drawing/plan.ts'

/** The box around a shape, in the coordinates of its zone. */
export type SortedBox = Box & { readonly id: string; readonly votes: number; readonly superVotes: number }
export type Move = { readonly id: string; readonly byX: number; readonly byY: number }

export type SortSpace = {
  /** What may be filled, below the zone's heading. */
  readonly within: Box
  readonly gap: number
  /** What stays where it is, such as pictures that were not voted on. */
  readonly obstacles: readonly Box[]
  readonly direction: 'ltr' | 'rtl'
}
export type Sorted = {
  /** Of those that are not where they belong already. */
  readonly moves: readonly Move[]
  /** False where the space is too low for all: the last ones lie below it. */
  readonly fits: boolean
}

/**
 * Puts what was voted on in rows, the most voted first, in the direction in which people read. Nothing changes its size,
 * and nothing comes to lie over another. Equal votes keep the order in which they lie now.
 */
export function sortByVotes(boxes: readonly SortedBox[], { within, gap, obstacles, direction }: SortSpace): Sorted {
  const mirrored = direction === 'rtl'
  const flip = <Item extends Box>(box: Item): Item =>
    mirrored ? { ...box, x: 2 * within.x + within.w - box.x - box.w } : box
  const fixed = obstacles.map(flip)
  const ordered = boxes
    .map(flip)
    .toSorted((a, b) => b.votes - a.votes || b.superVotes - a.superVotes || inReadingOrder(a, b))
  const moves: Move[] = []
  const row = { y: within.y, x: within.x, height: 0 }
  let bottom = within.y
  for (const box of ordered) {
    const place = findPlace(box, row, { within, gap, fixed })
    row.x = place.x + box.w + gap
    row.height = Math.max(row.height, box.h)
    bottom = Math.max(bottom, place.y + box.h)
    const byX = (place.x - box.x) * (mirrored ? -1 : 1)
    const byY = place.y - box.y
    if (Math.max(Math.abs(byX), Math.abs(byY)) > negligible) moves.push({ id: box.id, byX, byY })
  }
  return { moves, fits: bottom <= within.y + within.h }
}

/** What arithmetic makes of the same place. */
const negligible = 1e-6

type Row = { x: number; y: number; height: number }

/** The next free place in the row, or in the next one that has any; the row goes there. */
function findPlace(
  { w, h }: Box,
  row: Row,
  { within, gap, fixed }: { within: Box; gap: number; fixed: readonly Box[] },
): { x: number; y: number } {
  let lowestBlocker = Number.POSITIVE_INFINITY
  for (;;) {
    // What is wider than the zone lies in a row of its own.
    const isAtStart = row.x === within.x
    if (row.x + w <= within.x + within.w || isAtStart) {
      const place = { x: row.x, y: row.y, w, h }
      const blocker = fixed.find((other) => overlaps(place, other, gap))
      if (!blocker) return place
      lowestBlocker = Math.min(lowestBlocker, blocker.y + blocker.h + gap)
      const right = blocker.x + blocker.w + gap
      if (right + w <= within.x + within.w) {
        row.x = right
        continue
      }
    }
    const below = row.y + row.height + gap
    row.y = row.height > 0 ? below : Math.max(lowestBlocker, row.y)
    row.x = within.x
    row.height = 0
    lowestBlocker = Number.POSITIVE_INFINITY
  }
}

function inReadingOrder(a: Box, b: Box): number {
  return a.y - b.y || a.x - b.x
}
