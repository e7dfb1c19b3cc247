import { planOf } from './drawing/cell-at.ts'
import type { Box, PlannedZone, ZoneCell } from './drawing/plan.ts'
import { freeSpots, type Size, type Spot, spotInFull } from './free-spot.ts'
import { sizeOfNote } from './note-place.ts'
import { isSharedOut, scalesIn, smallestScale } from './note-scale.ts'

/** What is free in a zone, as one thing after another is put into it. */
export type Room = {
  /**
   * Of the next notes: as large as notes are there, or smaller, so that none lies on another. More than fit at the smallest
   * overlap.
   *
   * @param part - of the zone that they have to lie in
   * @param growY - by which each of them is higher than wide, because of its words; at scale 1
   */
  scaleFor(count: number, part?: ZoneCell, growY?: number): number
  /** Makes a picture that is larger than all of the room as large as the room. */
  fit(size: Size, part?: ZoneCell): number
  /** @param size - of what is put there, in page units */
  take(size: Size, part?: ZoneCell): Spot
}

/** @param held - what lies in the zone, in its own units */
export function roomOf(zone: PlannedZone, held: readonly Box[], dir: 'ltr' | 'rtl'): Room {
  const plan = planOf(zone)
  const { notes, cells, pitch } = plan
  const taken = [...held]
  /** Which sizes found no place any more: nothing is taken away. */
  const full = new Map<Box, Size[]>()

  function* spotsIn(box: Box, size: Size): Generator<Spot> {
    if (full.get(box)?.some(({ w, h }) => w <= size.w && h <= size.h)) return
    let isFull = true
    for (const spot of freeSpots(box, taken, size, dir, pitch)) {
      isFull = false
      yield spot
    }
    if (isFull) full.set(box, [...(full.get(box) ?? []), size])
  }

  /** Where parts share the zone out, a note lies in one of them and across no line: row by row all the same. */
  const spots = (size: Size, part: ZoneCell | undefined): Iterable<Spot> => {
    if (part) return spotsIn(part.box, size)
    if (!isSharedOut(plan)) return spotsIn(notes, size)
    const along = dir === 'rtl' ? -1 : 1
    return cells
      .flatMap(({ box }) => [...spotsIn(box, size)])
      .sort((a, b) => (Math.abs(a.y - b.y) > 1 ? a.y - b.y : along * (a.x - b.x)))
  }

  const rooms = (part: ZoneCell | undefined) =>
    part ? [part.box] : isSharedOut(plan) ? cells.map(({ box }) => box) : [notes]

  const has = (count: number, scale: number, part: ZoneCell | undefined, growY: number) => {
    const size = sizeOfNote(scale, growY)
    // The first row of a room is offered to what is higher than the room, too.
    if (growY > 0 && !rooms(part).some(({ h }) => size.h <= h)) return false
    let found = 0
    for (const _ of spots(size, part)) {
      found += 1
      if (found >= count) return true
    }
    return count <= 0
  }

  /** The spots of one search cover nothing of one another: things of one size take them in turn, without searching anew. */
  let search: { readonly size: Size; readonly part: ZoneCell | undefined; readonly spots: Iterator<Spot> } | undefined
  const nextSpot = (size: Size, part: ZoneCell | undefined): Spot | undefined => {
    if (search && search.part === part && search.size.w === size.w && search.size.h === size.h) {
      const next = search.spots.next()
      if (!next.done) return next.value
    }
    search = { size, part, spots: spots(size, part)[Symbol.iterator]() }
    const first = search.spots.next()
    return first.done ? undefined : first.value
  }

  return {
    scaleFor(count, part, growY = 0) {
      return scalesIn(zone, part).find((scale) => has(count, scale, part, growY)) ?? smallestScale
    },
    fit: ({ w, h }, part) => {
      const room = part?.box ?? notes
      return Math.min(1, room.w / w, room.h / h)
    },
    take(size, part) {
      const free = nextSpot(size, part)
      const spot = free ?? spotInFull(part?.box ?? notes, taken, size)
      taken.push({ ...spot, ...size })
      return spot
    },
  }
}
