import { path, smoothLine } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { roomsInRows, type Stretch } from './rows.ts'
import { labelSize, labelsIn } from './words.ts'

/** Of the outline: 2 is an ellipse, more has fuller corners, in which notes find room. */
const fullness = 3.2
const samples = Array.from({ length: 49 }, (_, i) => (i / 48) * 2 * Math.PI)
/** The words have the middle of a ring's top, so much of its width; notes lie beside them where nothing is within. */
const namePart = { within: 0.92, around: 0.5 }
/** A note keeps off the lines, in parts of the ring's width. */
const offLine = 0.012
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
  const shares = Array.from({ length: count }, (_, i) => (i + 1.3) / (count + 0.3))
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
      const holds = ({ x, y }: Point) => Math.abs(x - centre.x) <= reachAt(ring, ring.outer, Math.abs(y - centre.y))
      return [{ kind: 'ring' as const, index, words, box: sideOf(ring), ...roomsInRows(rowsOf(ring)), holds }]
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

/** Between the lines and clear of the words: left and right of what lies within, and across where nothing does. */
function rowsOf(ring: Ring): Parameters<typeof roomsInRows>[0] {
  const { centre, rx, ry, outer, inner, name } = ring
  const free = rx * offLine
  const clearIn = ({ y, h }: Pick<Box, 'y' | 'h'>): readonly Stretch[] => {
    const [above, below] = [y - centre.y, y + h - centre.y]
    const reach = reachAt(ring, outer, Math.max(Math.abs(above), Math.abs(below))) - free
    const isBesideName = y < name.y + name.h && name.y < y + h
    const within = inner > 0 ? reachAt(ring, inner, Math.max(0, above, -below)) + free : 0
    const closed = Math.max(within, isBesideName ? name.w / 2 : 0)
    const [left, right] = [centre.x - reach, centre.x + reach]
    if (closed <= 0) return [{ from: left, to: right }]
    return [
      { from: left, to: centre.x - closed },
      { from: centre.x + closed, to: right },
    ]
  }
  return { top: centre.y - ry * outer, bottom: centre.y + ry * outer, middle: centre.y, clearIn }
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
