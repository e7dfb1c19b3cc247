import { overlaps } from './box.ts'
import type { Box, ZonePlan } from './drawing/plan.ts'

export type Size = { readonly w: number; readonly h: number }
export type Spot = { readonly x: number; readonly y: number }
type Direction = 'ltr' | 'rtl'

/** Of full rooms: notes begin to overlap, each a little further along, so that none hides another. */
export function spotInFull(room: Box, taken: readonly Box[], { w, h }: Size): Spot {
  const gap = w / 10
  const along = (taken.length * gap) % Math.max(1, room.w - w)
  const down = (taken.length * gap) % Math.max(1, room.h - h)
  return { x: room.x + along, y: room.y + down }
}

/**
 * Places where a note covers nothing, of which none covers another: row by row and beside one another first, then what is
 * left between and below what lies there.
 *
 * @param size - of the note; all in the room's own units
 * @param pitch - of places that are drawn: a note lies in the middle of each
 */
export function* freeSpots(
  room: Box,
  taken: readonly Box[],
  size: Size,
  dir: Direction,
  pitch?: ZonePlan['pitch'],
): Generator<Spot> {
  const lying = [...taken]
  for (const spot of spotsInRows(room, size, dir, pitch)) {
    const place = { ...spot, ...size }
    if (taken.some((box) => overlaps(place, box))) continue
    lying.push(place)
    yield spot
  }
  yield* spotsBetween(room, lying, size, dir)
}

function* spotsInRows(room: Box, { w, h }: Size, dir: Direction, pitch: ZonePlan['pitch']): Generator<Spot> {
  const gap = w / 10
  const least = pitch ? Math.min(pitch.w, pitch.h) : 0
  const drawn = w <= least && w > least * 0.7 ? pitch : undefined
  const step = drawn ?? { w: w + gap, h: h + gap }
  const from = drawn ? { x: (drawn.w - w) / 2, y: (drawn.h - w) / 2 } : { x: 0, y: 0 }
  const spare = drawn ? 1 : gap
  const columns = Math.max(1, Math.floor((room.w + spare) / step.w))
  const rows = Math.max(1, Math.floor((room.h + spare) / step.h))
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < columns; i += 1) {
      const column = dir === 'rtl' ? columns - 1 - i : i
      yield { x: room.x + from.x + column * step.w, y: room.y + from.y + row * step.h }
    }
  }
}

/** From each height at which something ends downwards: what is left there beside what lies at that height. */
function* spotsBetween(room: Box, taken: readonly Box[], { w, h }: Size, dir: Direction): Generator<Spot> {
  const gap = w / 10
  const reach = { x: room.x - gap, y: room.y - gap, w: room.w + 2 * gap, h: room.h + 2 * gap }
  const lying = taken.filter((box) => overlaps(box, reach))
  const below = (box: Box) => box.y + box.h + gap
  const heights = [room.y, ...lying.map(below)].filter((y) => y >= room.y && y + h <= room.y + room.h + hair)
  for (;;) {
    const y = Math.min(...heights)
    if (!Number.isFinite(y)) return
    heights.splice(0, heights.length, ...heights.filter((height) => height > y + hair))
    let isTaken = false
    const beside = lying.filter((box) => box.y < y + h + gap - hair && y < box.y + box.h + gap - hair)
    for (const { from, to } of between(room, beside, gap)) {
      const count = Math.max(0, Math.floor((to - from + gap + hair) / (w + gap)))
      for (let i = 0; i < count; i += 1) {
        const x = dir === 'rtl' ? to - w - i * (w + gap) : from + i * (w + gap)
        lying.push({ x, y, w, h })
        isTaken = true
        yield { x, y }
      }
    }
    const next = below({ ...room, y, h })
    if (isTaken && next + h <= room.y + room.h + hair) heights.push(next)
  }
}

/** Sums of fractions come out a little over or under. */
const hair = 0.01

function between(room: Box, beside: readonly Box[], gap: number): { from: number; to: number }[] {
  const free: { from: number; to: number }[] = []
  let from = room.x
  for (const box of beside.toSorted((a, b) => a.x - b.x)) {
    if (box.x - gap > from) free.push({ from, to: Math.min(box.x - gap, room.x + room.w) })
    from = Math.max(from, box.x + box.w + gap)
  }
  if (from < room.x + room.w) free.push({ from, to: room.x + room.w })
  return free
}
