import { planOf } from './drawing/cell-at.ts'
import type { Box, PlannedZone } from './drawing/plan.ts'
import { findFreeSpot, freeSpots } from './free-spot.ts'
import { noteScale, noteSide } from './note-place.ts'

/** From the size of every new note to what can just be read when the zone fills a screen. */
const scales = [noteScale, 0.9, 0.65, 0.45] as const
const smallest = 0.45

/** What is free in a zone, as one thing after another is put into it. */
export type Room = {
  /** Of notes: many are made small, so that none lies on another. More than fit at the smallest overlap. */
  scaleFor(count: number, part?: Box): number
  /** Makes a picture that is larger than all of the room as large as the room. */
  fit(size: { readonly w: number; readonly h: number }, part?: Box): number
  /**
   * @param side - of what is put there, in page units
   * @param part - of the zone that it has to lie in
   */
  take(side: number, part?: Box): { readonly x: number; readonly y: number }
}

/** @param held - what lies in the zone, in its own units */
export function roomOf(zone: PlannedZone, held: readonly Box[], dir: 'ltr' | 'rtl'): Room {
  const { notes, pitch } = planOf(zone)
  const taken = [...held]
  return {
    scaleFor: (count, part = notes) =>
      scales.find((scale) => [...freeSpots(part, taken, noteSide * scale, dir, pitch)].length >= count) ?? smallest,
    fit: ({ w, h }, part = notes) => Math.min(1, part.w / w, part.h / h),
    take(side, part = notes) {
      const spot = findFreeSpot(part, taken, side, dir, pitch)
      taken.push({ ...spot, w: side, h: side })
      return spot
    },
  }
}
