import { path, smoothLine } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** Of the outline: 2 is an ellipse, more has fuller corners, in which notes find room. */
const fullness = 3.2
const samples = Array.from({ length: 49 }, (_, i) => (i / 48) * 2 * Math.PI)
/** The words have the middle of a ring's top, so much of its width; notes lie beside them where nothing is within. */
const namePart = { within: 0.92, around: 0.5 }
/** A note keeps off the lines, in parts of the ring's width. */
const offLine = 0.012
/** How far rows are moved down to find where most notes fit, in parts of a row: first those that are alike above and below. */
const tries = [0, 1 / 2, 1 / 4, 3 / 4] as const

type Around = { readonly centre: Point; readonly rx: number; readonly ry: number }
type Ring = Around & { readonly outer: number; readonly inner: number; readonly name: Box }

/** One in the other, as wide as the zone; the words stand at the top of each ring, notes beside and below them. */
export function drawRings({ body, scale, zone }: Ground): Drawing {
  const count = Math.max(1, zone.labels.length)
  const ry = body.h / 2
  const around = {
    ...{ rx: Math.min(body.w / 2, ry * 3), ry },
    centre: { x: body.x + body.w / 2, y: body.y + ry },
  }
  const shares = Array.from({ length: count }, (_, i) => (i + 1.1) / (count + 0.1))
  const rings = shares.map((outer, i): Ring => {
    const inner = shares[i - 1] ?? 0
    return { ...around, outer, inner, name: nameOf(around, outer, inner, scale) }
  })
  const { centre, rx } = around
  const inscribed = 0.5 ** (1 / fullness)
  return {
    marks: rings.map((ring, i) => path(outline(ring), (count - i) % 2 === 1 ? 'sunken' : 'raised')).reverse(),
    labels: labelsIn(
      zone.labels,
      rings.map(({ name }) => name),
      labelSize * scale,
      { align: 'middle', verticalAlign: 'middle' },
    ),
    notes: {
      ...{ x: centre.x - rx * inscribed, w: 2 * rx * inscribed },
      ...{ y: centre.y - ry * inscribed, h: 2 * ry * inscribed },
    },
    cells: rings.flatMap((ring, index) => {
      const words = zone.labels[index]
      if (!words) return []
      const known = new Map<number, readonly Box[]>()
      const rooms = (high: number) => {
        const found = known.get(high) ?? rowsIn(ring, high)
        known.set(high, found)
        return found
      }
      const holds = ({ x, y }: Point) => Math.abs(x - centre.x) <= reachAt(ring, ring.outer, Math.abs(y - centre.y))
      return [{ kind: 'ring' as const, index, words, box: sideOf(ring), rooms, holds }]
    }),
  }
}

/** How far to the side a line goes at a distance above or below the middle; nowhere, where it has closed. */
function reachAt({ rx, ry }: Around, share: number, away: number): number {
  const part = away / (ry * share)
  return part > 1 ? Number.NEGATIVE_INFINITY : rx * share * (1 - part ** fullness) ** (1 / fullness)
}

function outline({ centre, rx, ry, outer }: Ring): string {
  const swell = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / fullness)
  const points = samples.map((angle) => ({
    x: centre.x + rx * outer * swell(Math.cos(angle)),
    y: centre.y + ry * outer * swell(Math.sin(angle)),
  }))
  return `${smoothLine(points)}Z`
}

/** Room for words at the top of a ring. */
function nameOf(around: Around, outer: number, inner: number, scale: number): Box {
  const { centre, ry } = around
  const band = ry * (outer - (inner || outer * 0.3))
  const h = Math.min(labelSize * 1.5 * scale, band * 0.7)
  const top = ry * outer - (band - h) * 0.55
  const half = reachAt(around, outer, top - h * 0.2) * (inner > 0 ? namePart.around : namePart.within)
  return { x: centre.x - half, y: centre.y - top, w: 2 * half, h }
}

/**
 * Rows of this height, between the lines and clear of the words: left and right of what lies within, and across the ring
 * where nothing does. Each is as wide as the notes that it holds, so that they lie in its middle.
 */
function rowsIn(ring: Ring, high: number): readonly Box[] {
  const gap = high / 10
  let best: { readonly rows: readonly Box[]; readonly count: number } = { rows: [], count: 0 }
  for (const part of tries) {
    const found = rowsFrom(ring, high, gap, gap / 2 + (high + gap) * part)
    if (found.count > best.count) best = found
  }
  return best.rows
}

/** @param from - where one of the rows begins, below the middle */
function rowsFrom(ring: Ring, high: number, gap: number, from: number) {
  const { centre, rx, ry, outer, inner, name } = ring
  const end = ry * outer
  const free = rx * offLine
  const rows: Box[] = []
  let count = 0
  const add = (left: number, right: number, y: number) => {
    const fit = Math.floor((right - left + gap) / (high + gap))
    if (fit < 1) return
    const w = fit * (high + gap) - gap
    rows.push({ x: centre.x + (left + right - w) / 2, y: centre.y + y, w, h: high })
    count += fit
  }
  for (let y = from - (high + gap) * Math.floor((from + end) / (high + gap)); y + high <= end; y += high + gap) {
    const furthest = Math.max(Math.abs(y), Math.abs(y + high))
    const nearest = Math.max(0, y, -(y + high))
    const reach = reachAt(ring, outer, furthest) - free
    const isBesideName = overlapsDown(name, { y: centre.y + y, h: high })
    const closed = Math.max(inner > 0 ? reachAt(ring, inner, nearest) + free : 0, isBesideName ? name.w / 2 : 0)
    if (closed > 0) {
      add(-reach, -closed, y)
      add(closed, reach, y)
    } else add(-reach, reach, y)
  }
  return { rows, count }
}

function overlapsDown(a: Pick<Box, 'y' | 'h'>, b: Pick<Box, 'y' | 'h'>): boolean {
  return a.y < b.y + b.h && b.y < a.y + a.h
}

/** Where pictures and what finds no room otherwise are put: at the right of a ring; of the innermost one in its middle. */
function sideOf(ring: Ring): Box {
  const { centre, rx, ry, outer, inner } = ring
  if (inner === 0) {
    const half = outer * 0.5 ** (1 / fullness)
    return { x: centre.x - rx * half, y: centre.y - ry * half * 0.5, w: 2 * rx * half, h: ry * half * 1.5 }
  }
  const half = ry * outer * 0.6
  const from = rx * inner
  return { x: centre.x + from, y: centre.y - half, w: reachAt(ring, outer, half) - from, h: 2 * half }
}
