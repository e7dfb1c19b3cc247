import type { Box } from './drawing/plan.ts'

/**
 * The first place in the room, row by row, where a note covers nothing. In a full room the notes begin to overlap,
 * each a little further along, so that none hides another.
 *
 * @param side - Length of a note's side; all in the room's own units.
 */
export function findFreeSpot(room: Box, taken: readonly Box[], side: number, dir: 'ltr' | 'rtl'): Spot {
  const [free] = freeSpots(room, taken, side, dir)
  if (free) return free
  const gap = side / 10
  const along = (taken.length * gap) % Math.max(1, room.w - side)
  const down = (taken.length * gap) % Math.max(1, room.h - side)
  return { x: room.x + along, y: room.y + down }
}

type Spot = { readonly x: number; readonly y: number }

/** Every place where a note covers nothing, row by row, beside one another. */
export function* freeSpots(room: Box, taken: readonly Box[], side: number, dir: 'ltr' | 'rtl'): Generator<Spot> {
  const gap = side / 10
  const step = side + gap
  const columns = Math.max(1, Math.floor((room.w + gap) / step))
  const rows = Math.max(1, Math.floor((room.h + gap) / step))
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < columns; i += 1) {
      const column = dir === 'rtl' ? columns - 1 - i : i
      const spot = { x: room.x + column * step, y: room.y + row * step }
      if (!taken.some((box) => overlaps({ ...spot, w: side, h: side }, box))) yield spot
    }
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
