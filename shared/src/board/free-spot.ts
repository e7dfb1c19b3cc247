import type { Box, ZonePlan } from './drawing/plan.ts'

/**
 * The first place in the room, row by row, where a note covers nothing. In a full room the notes begin to overlap,
 * each a little further along, so that none hides another.
 *
 * @param side - Length of a note's side; all in the room's own units.
 */
export function findFreeSpot(
  room: Box,
  taken: readonly Box[],
  side: number,
  dir: 'ltr' | 'rtl',
  pitch?: ZonePlan['pitch'],
): Spot {
  const [free] = freeSpots(room, taken, side, dir, pitch)
  if (free) return free
  const gap = side / 10
  const along = (taken.length * gap) % Math.max(1, room.w - side)
  const down = (taken.length * gap) % Math.max(1, room.h - side)
  return { x: room.x + along, y: room.y + down }
}

type Spot = { readonly x: number; readonly y: number }

/**
 * Every place where a note covers nothing, row by row, beside one another.
 *
 * @param pitch - of places that are drawn: a note lies in the middle of each
 */
export function* freeSpots(
  room: Box,
  taken: readonly Box[],
  side: number,
  dir: 'ltr' | 'rtl',
  pitch?: ZonePlan['pitch'],
): Generator<Spot> {
  const gap = side / 10
  const least = pitch ? Math.min(pitch.w, pitch.h) : 0
  const drawn = side <= least && side > least * 0.7 ? pitch : undefined
  const step = drawn ?? { w: side + gap, h: side + gap }
  const from = drawn ? { x: (drawn.w - side) / 2, y: (drawn.h - side) / 2 } : { x: 0, y: 0 }
  const spare = drawn ? 1 : gap
  const columns = Math.max(1, Math.floor((room.w + spare) / step.w))
  const rows = Math.max(1, Math.floor((room.h + spare) / step.h))
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < columns; i += 1) {
      const column = dir === 'rtl' ? columns - 1 - i : i
      const spot = { x: room.x + from.x + column * step.w, y: room.y + from.y + row * step.h }
      if (!taken.some((box) => overlaps({ ...spot, w: side, h: side }, box))) yield spot
    }
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
