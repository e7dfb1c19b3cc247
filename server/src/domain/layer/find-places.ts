import { overlaps } from '#shared/board/box.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import type { Point } from '#shared/picture/placement.ts'

/** Between what is put beside each other. */
const gap = 20
/** How far one is moved from the next where no room is left, so that each can be seen and taken. */
const fan = 36
/** Sizes are told apart in steps, so that hundreds of texts of any length do not each begin looking anew. */
const sizeStep = 40

/** Something to be put; `wanted` where it would like to be, `room` where it may lie if that is not everywhere. */
export type Piece = {
  readonly w: number
  readonly h: number
  readonly wanted: Point | undefined
  readonly room?: Box | undefined
}

/**
 * Puts pieces into a room where they lie over nothing: each where it wants to be if that is free, else in rows from the
 * top of its own room. Where no room is left they lie fanned out.
 *
 * @returns the upper left corner of each, in their order.
 */
export function findPlaces(pieces: readonly Piece[], everywhere: Box, taken: readonly Box[]): Point[] {
  const occupied = [...taken]
  const searchedUpTo = new Map<string, Point>()
  const fanned = new Map<string, number>()

  const firstHit = (box: Box) => occupied.find((other) => overlaps(box, other))

  const searchRows = ({ w, h, room = everywhere }: Piece): Point | undefined => {
    const key = `${keyOf(room)} ${Math.ceil(w / sizeStep)} ${Math.ceil(h / sizeStep)}`
    const from = searchedUpTo.get(key) ?? { x: room.x, y: room.y }
    let { x } = from
    for (let { y } = from; y + h <= room.y + room.h; y += gap, x = room.x) {
      while (x + w <= room.x + room.w) {
        const hit = firstHit({ x: x - gap, y: y - gap, w: w + 2 * gap, h: h + 2 * gap })
        if (!hit) {
          // Smaller ones of the same step may still fit before it; that is room left, never a note lost.
          searchedUpTo.set(key, { x, y })
          return { x, y }
        }
        x = hit.x + hit.w + gap
      }
    }
    searchedUpTo.set(key, { x: room.x, y: room.y + room.h })
    return undefined
  }

  const fanOut = ({ w, h, room = everywhere }: Piece): Point => {
    const spare = { w: Math.max(0, room.w - w), h: Math.max(0, room.h - h) }
    const columns = Math.max(1, Math.floor(spare.w / fan))
    const rows = Math.max(1, Math.floor(spare.h / fan))
    const key = keyOf(room)
    const turn = fanned.get(key) ?? 0
    fanned.set(key, turn + 1)
    // Half a step beside what lies in rows, of which none shall be covered whole.
    const at = (i: number, most: number) => Math.min(fan / 2, most / 2) + i * fan
    return {
      x: room.x + at(turn % columns, spare.w),
      y: room.y + at(Math.floor(turn / columns) % rows, spare.h),
    }
  }

  return pieces.map((piece) => {
    const { w, h, wanted } = piece
    const isFree = wanted && !firstHit({ ...wanted, w, h })
    const place = isFree ? wanted : (searchRows(piece) ?? fanOut(piece))
    occupied.push({ ...place, w, h })
    return place
  })
}

function keyOf({ x, y, w, h }: Box): string {
  return [x, y, w, h].map(Math.round).join(' ')
}
