import type { Box } from '#shared/board/drawing/plan.ts'
import type { Point } from '#shared/picture/placement.ts'

/** Between what is put beside each other. */
const gap = 20
/** How far one is moved from the next where no room is left, so that each can be seen and taken. */
const fan = 36
/** Sizes are told apart in steps, so that hundreds of texts of any length do not each begin looking anew. */
const sizeStep = 40

/** Something to be put; `wanted` where it would like to be. */
export type Piece = { readonly w: number; readonly h: number; readonly wanted: Point | undefined }

/**
 * Puts pieces into a room where they lie over nothing: each where it wants to be if that is free, else in rows from the
 * top. Where no room is left they lie fanned out.
 *
 * @returns the upper left corner of each, in their order.
 */
export function findPlaces(pieces: readonly Piece[], room: Box, taken: readonly Box[]): Point[] {
  const occupied = [...taken]
  const searchedUpTo = new Map<string, Point>()
  let fanned = 0

  const firstHit = (box: Box) => occupied.find((other) => overlaps(box, other))

  const searchRows = ({ w, h }: Piece): Point | undefined => {
    const key = `${Math.ceil(w / sizeStep)} ${Math.ceil(h / sizeStep)}`
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

  const fanOut = ({ w, h }: Piece): Point => {
    const columns = Math.max(1, Math.floor((room.w - w) / fan))
    const rows = Math.max(1, Math.floor((room.h - h) / fan))
    // Half a step beside what lies in rows, of which none shall be covered whole.
    const at = (i: number) => fan / 2 + i * fan
    const place = { x: room.x + at(fanned % columns), y: room.y + at(Math.floor(fanned / columns) % rows) }
    fanned += 1
    return place
  }

  return pieces.map((piece) => {
    const { w, h, wanted } = piece
    const isFree = wanted && !firstHit({ ...wanted, w, h })
    const place = isFree ? wanted : (searchRows(piece) ?? fanOut(piece))
    occupied.push({ ...place, w, h })
    return place
  })
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
