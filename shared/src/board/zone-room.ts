import { overlaps } from './box.ts'
import { planOf, roomsIn } from './drawing/cell-at.ts'
import type { Box, PlannedZone, ZoneCell } from './drawing/plan.ts'
import { freeSpots, type Size, type Spot, spotInFull } from './free-spot.ts'
import { noteSide, sizeOfNote } from './note-place.ts'
import { isSharedOut, scalesIn, smallestScale } from './note-scale.ts'

/** What is free in a zone, as one thing after another is put into it. */
export type Room = {
  /**
   * Of the next notes: as large as notes are there, or smaller, so that none lies on another or hangs out of its part. More
   * than fit at the smallest overlap.
   *
   * @param growths - by how much each of them is higher than wide, because of its words; at scale 1
   * @param part - of the zone that they have to lie in
   */
  scaleFor(growths: readonly number[], part?: ZoneCell): number
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

  /** Where parts share the zone out, a note lies in one of them and across no line. */
  const rooms = (high: number, part: ZoneCell | undefined): readonly Box[] => {
    if (part) return roomsIn(part, high)
    return isSharedOut(plan) ? cells.flatMap((cell) => roomsIn(cell, high)) : [notes]
  }

  const isInRows = (part: ZoneCell | undefined) => (part ? [part] : cells).some(({ spare }) => spare)

  /** Row by row, also of several rooms. */
  function* spots(size: Size, part: ZoneCell | undefined): Generator<Spot> {
    const parts = part ? [part] : cells
    const inRooms = rooms(size.h, part)
    const [only, ...others] = inRooms
    if (only && others.length === 0 && !isInRows(part)) return yield* spotsIn(only, size)
    // Rows begin at other heights for each size of note: one could touch what lies above or below.
    const lying: Box[] = isInRows(part) ? [...taken] : []
    const isApart = (spot: Spot) => !lying.some((box) => overlaps(box, { ...spot, ...size }, size.w * 0.08))
    const along = dir === 'rtl' ? -1 : 1
    const inOrder = inRooms
      .flatMap((box) => [...spotsIn(box, size)])
      .filter(isApart)
      .sort((a, b) => (Math.abs(a.y - b.y) > 1 ? a.y - b.y : along * (a.x - b.x)))
    yield* inOrder
    lying.push(...inOrder.map((spot) => ({ ...spot, ...size })))
    for (const box of parts.flatMap(({ spare }) => spare?.(size.h) ?? [])) {
      for (const spot of spotsIn(box, size)) {
        if (!isApart(spot)) continue
        lying.push({ ...spot, ...size })
        yield spot
      }
    }
  }

  const has = (count: number, size: Size, part: ZoneCell | undefined) => {
    let found = 0
    for (const _ of spots(size, part)) {
      found += 1
      if (found >= count) return true
    }
    return count <= 0
  }

  /** Puts them there and takes them away again: where rows are cut for each height anew, nothing less tells. */
  const fitsInTurn = (growths: readonly number[], scale: number, part: ZoneCell | undefined) => {
    const [before, knownFull] = [taken.length, [...full]]
    const isFit = growths.every((growY) => {
      const size = sizeOfNote(scale, growY)
      const [spot] = spots(size, part)
      if (spot) taken.push({ ...spot, ...size })
      return spot !== undefined
    })
    taken.length = before
    full.clear()
    for (const [box, sizes] of knownFull) full.set(box, sizes)
    return isFit
  }

  const hasAll = (growths: readonly number[], scale: number, part: ZoneCell | undefined) => {
    const tallest = growths.reduce((a, b) => Math.max(a, b), 0)
    const size = sizeOfNote(scale, tallest)
    // The first row of a room is offered to what is higher than the room, too.
    if (tallest > 0 && !(rooms(size.h, part).some(({ h }) => size.h <= h) && has(1, size, part))) return false
    if (growths.length === 1 && tallest > 0) return true
    if (isInRows(part) && growths.length <= mostInTurn) return fitsInTurn(growths, scale, part)
    // About: notes of different heights would have to be put there in turn, once for each scale.
    return has(
      growths.reduce((sum, growY) => sum + placesOf(growY), 0),
      sizeOfNote(scale),
      part,
    )
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
    scaleFor(growths, part) {
      return scalesIn(zone, part).find((scale) => hasAll(growths, scale, part)) ?? smallestScale
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

/** More are put where there is room for about as many. */
const mostInTurn = 20

/** A note of many words takes the place of two or more. */
function placesOf(growY: number): number {
  return Math.ceil((noteSide + growY) / (noteSide * 1.1))
}
