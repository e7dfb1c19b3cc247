import { planOf, roomsIn } from './drawing/cell-at.ts'
import { zoomOnProjector } from './drawing/from-afar.ts'
import type { Box, CellKind, PlannedZone, ZoneCell, ZonePlan } from './drawing/plan.ts'
import { noteScale, noteSide, noteTextSize } from './note-place.ts'

/** What can be read there from the back, and what can just be read by those in front. */
const wordsPx = { wanted: 18, least: 14 }
/** Smaller, a note is hard to press on; larger, it is no note any more. */
const bounds = { least: 0.65, most: 4 }
/** Nobody reads a note that is smaller, however near. */
export const smallestScale = 0.45

/**
 * How many notes a part is to have room for: a column for a list, a card for an answer or two. `always` as many, even if
 * their words are small.
 */
const countsIn: Readonly<Record<CellKind, Counts>> = {
  ...{ column: few(6, 2), lane: few(6, 3), step: few(6, 3), quadrant: few(6, 3), horizon: few(6, 3) },
  ...{
    card: few(4, 2),
    part: few(4, 2),
    ring: few(4, 3),
    cell: few(2, 2),
    slice: few(2, 1),
    frame: few(2, 1),
    panel: few(1, 1),
  },
}
type Counts = { readonly wanted: number; readonly always: number }
/** Zones are seldom full, and their parts never evenly: what comes then is smaller. */
const usualPart = 0.6
const mostWanted = { inPart: 12, inZone: 40 }
/** Where nothing says what a zone is meant for. */
const inPlainZone = 12

function few(wanted: number, always: number): Counts {
  return { wanted, always }
}

/**
 * The size of a note in a zone, from the zone's plan alone: its words can be read when the zone fills a projector's screen,
 * and as many notes as the zone is meant for lie beside one another. Parts of about one size have notes of one size.
 *
 * @param part - of the zone, where the note lies in one
 */
export function noteScaleIn(zone: PlannedZone, part?: ZoneCell): number {
  const plan = planOf(zone)
  const { cells, notes, pitch } = plan
  if (pitch) return rounded(Math.min(rangeIn(zone).most, (Math.min(pitch.w, pitch.h) * 0.95) / noteSide))
  const meant = Math.ceil((zone.capacity ?? 0) * usualPart)
  if (!part && !isSharedOut(plan)) {
    const wanted = meant === 0 ? inPlainZone : Math.min(mostWanted.inZone, Math.max(6, meant))
    return scaleFor(zone, (count) => largestSide(notes, count), { wanted, always: 1 })
  }
  const inEach = Math.min(mostWanted.inPart, Math.ceil(meant / cells.length))
  const alike = part ? cells.filter((cell) => cell === part || isAlike(cell, part)) : cells
  return Math.min(
    ...alike.map((cell) => {
      const { wanted, always } = countsIn[cell.kind]
      return scaleFor(zone, (count) => largestSideIn(cell, count), { wanted: Math.max(wanted, inEach), always })
    }),
  )
}

/**
 * The sizes of new notes there: the usual one, and what is tried one after another where there is no room for it.
 */
export function scalesIn(zone: PlannedZone, part?: ZoneCell): readonly number[] {
  const usual = noteScaleIn(zone, part)
  const smaller = [0.85, 0.7, 0.55, 0.4].map((times) => rounded(usual * times))
  return [...new Set([usual, ...smaller, smallestScale])]
}

/** Whether new notes lie in one part or another. Else the parts are places beside or within a larger one. */
export function isSharedOut({ cells, notes }: Pick<ZonePlan, 'cells' | 'notes'>): boolean {
  if (cells.some(({ rooms }) => rooms)) return true
  return cells.reduce((sum, { box }) => sum + areaOf(box), 0) > areaOf(notes) * 0.6
}

/** From what can just be read to what is easily read; a note as large as anywhere is neither too small nor too large. */
function rangeIn(zone: PlannedZone): { readable: number; most: number } {
  const unit = noteTextSize * zoomOnProjector(zone)
  return {
    readable: Math.max(bounds.least, wordsPx.least / unit),
    most: Math.min(bounds.most, Math.max(noteScale, wordsPx.wanted / unit)),
  }
}

/**
 * As many as wanted, or fewer, if they can be read: what comes then is smaller. Where they cannot, the zone is too full of
 * parts for a projector's screen, and people go nearer: then few, as large as they find room.
 */
function scaleFor(zone: PlannedZone, sideOf: (count: number) => number, { wanted, always }: Counts): number {
  const { readable, most } = rangeIn(zone)
  const largest = (count: number) => sideOf(count) / noteSide
  const firstFrom = (least: number, scale: number) => {
    for (let count = wanted; count >= least; count -= 1) if (largest(count) >= scale) return count
    return undefined
  }
  const count = firstFrom(always, readable) ?? always
  return rounded(Math.min(most, largest(count)))
}

/** Of so many notes in rows, a tenth of a note apart. */
function largestSide({ w, h }: Box, count: number): number {
  let largest = 0
  for (let rows = 1; rows <= count; rows += 1) {
    const columns = Math.ceil(count / rows)
    largest = Math.max(largest, Math.min(w / (1.1 * columns - 0.1), h / (1.1 * rows - 0.1)))
  }
  return largest
}

/** The same in a cell that may be no box. */
function largestSideIn(cell: ZoneCell, count: number): number {
  if (!cell.rooms) return largestSide(cell.box, count)
  const holds = (side: number) =>
    roomsIn(cell, side).reduce((sum, { w, h }) => sum + fitting(w, side) * fitting(h, side), 0) >= count
  let side = bounds.most * noteSide
  while (side > smallestScale * noteSide && !holds(side)) side *= 0.96
  return side
}

/** How many notes lie beside one another there. */
function fitting(room: number, side: number): number {
  return Math.floor((room + side * 0.1001) / (side * 1.1))
}

/** Short in a record. Never 1, by which a note is known that tldraw has just made: see `stampMaker`. */
function rounded(scale: number): number {
  const short = Math.max(smallestScale, Math.floor(scale * 100) / 100)
  return short === 1 ? 0.99 : short
}

/** Rows of a table are a little higher than others. Rings hold the more the further out they are. */
function isAlike({ box: a, kind }: ZoneCell, { box: b }: ZoneCell): boolean {
  return kind !== 'ring' && Math.abs(Math.log(areaOf(a) / areaOf(b))) < Math.log(1.5)
}

function areaOf({ w, h }: Box): number {
  return w * h
}
