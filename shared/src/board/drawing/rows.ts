import type { Box, ZoneCell } from './plan.ts'

/** How far rows are moved down to find where most notes fit, in parts of a row: first those that are alike above and below. */
const tries = [0, 1 / 2, 1 / 4, 3 / 4] as const

/** Part of a row in which notes lie clear of lines and words. */
export type Stretch = { readonly from: number; readonly to: number }
type Within = {
  readonly top: number
  readonly bottom: number
  /** Rows lie above and below this height. */
  readonly middle: number
  readonly clearIn: (row: { readonly y: number; readonly h: number }) => readonly Stretch[]
}

/**
 * The rooms of a cell that is no box: rows as high as a note, cut into what holds whole notes, which lie in its middle.
 */
export function roomsInRows(within: Within): Required<Pick<ZoneCell, 'rooms' | 'spare'>> {
  const known = new Map<number, readonly Box[][]>()
  const rowsFor = (high: number): readonly Box[][] => {
    const rows = known.get(high) ?? rowsBestFirst(within, high)
    known.set(high, rows)
    return rows
  }
  return { rooms: (high) => rowsFor(high)[0] ?? [], spare: (high) => rowsFor(high).slice(1).flat() }
}

/** Where a row is clear, looked at in steps from its one end to the other. */
export function stretchesIn({ x, w }: Pick<Box, 'x' | 'w'>, step: number, isClear: (at: number) => boolean): Stretch[] {
  const found: Stretch[] = []
  let from: number | undefined
  let to = x
  for (let at = x; at <= x + w + step; at += step) {
    if (at <= x + w && isClear(at)) {
      from ??= at
      to = at
    } else if (from !== undefined) {
      found.push({ from, to })
      from = undefined
    }
  }
  return found
}

function rowsBestFirst(within: Within, high: number): Box[][] {
  return tries
    .map((part) => rowsAt(within, high, part))
    .toSorted((a, b) => b.count - a.count)
    .map(({ rooms }) => rooms)
}

function rowsAt({ top, bottom, middle, clearIn }: Within, high: number, part: number) {
  const gap = high / 10
  const step = high + gap
  const rooms: Box[] = []
  let count = 0
  const first = middle + gap / 2 + step * part
  for (let y = first - step * Math.floor((first - top) / step); y + high <= bottom; y += step) {
    for (const { from, to } of clearIn({ y, h: high })) {
      const fit = Math.floor((to - from + gap) / step)
      if (fit < 1) continue
      const w = fit * step - gap
      rooms.push({ x: (from + to - w) / 2, y, w, h: high })
      count += fit
    }
  }
  return { rooms, count }
}
