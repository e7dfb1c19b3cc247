import { ellipse, path } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** One in the other, wider than high so that a zone's room is used; the words stand at the top of each ring. */
export function drawRings({ body, scale, zone }: Ground): Drawing {
  const count = Math.max(1, zone.labels.length)
  const ry = body.h / 2
  const rx = Math.min(body.w / 2, ry * 2.6)
  const centre = { x: body.x + body.w / 2, y: body.y + body.h / 2 }
  const shares = Array.from({ length: count }, (_, i) => (i + 1.5) / (count + 0.5))
  const rings = shares.map((outer, i) => ({ outer, inner: shares[i - 1] ?? 0 }))
  const inscribed = Math.SQRT1_2
  return {
    marks: rings
      .map(({ outer }, i) =>
        path(ellipse(centre.x, centre.y, rx * outer, ry * outer), (count - i) % 2 === 1 ? 'sunken' : 'raised'),
      )
      .reverse(),
    labels: labelsIn(
      zone.labels,
      rings.map(({ outer, inner }) => topOf(centre, rx, ry, outer, inner || outer * 0.3, scale)),
      labelSize * scale,
      { align: 'middle', verticalAlign: 'middle' },
    ),
    notes: {
      x: centre.x - rx * inscribed,
      y: centre.y - ry * inscribed,
      w: 2 * rx * inscribed,
      h: 2 * ry * inscribed,
    },
    cells: rings.flatMap(({ outer, inner }, index) => {
      const words = zone.labels[index]
      if (!words) return []
      const holds = ({ x, y }: Point) => Math.hypot((x - centre.x) / rx, (y - centre.y) / ry) <= outer
      return [{ kind: 'ring' as const, index, words, box: sideOf(centre, rx, ry, outer, inner), holds }]
    }),
  }
}

/** Room for words at the top of a ring, as wide as the ring is there. */
function topOf({ x, y }: Point, rx: number, ry: number, outer: number, inner: number, scale: number): Box {
  const band = ry * (outer - inner)
  const h = Math.min(labelSize * 1.5 * scale, band * 0.7)
  const top = y - ry * outer + (band - h) * 0.7
  const half = rx * outer * Math.sqrt(Math.max(0, 1 - ((y - top - h * 0.2) / (ry * outer)) ** 2))
  return { x: x - half, y: top, w: 2 * half, h }
}

/** Room for notes at the right of a ring; of the innermost one in its middle. */
function sideOf({ x, y }: Point, rx: number, ry: number, outer: number, inner: number): Box {
  if (inner === 0) {
    const part = outer * Math.SQRT1_2
    return { x: x - rx * part, y: y - ry * part * 0.5, w: 2 * rx * part, h: ry * part * 1.5 }
  }
  const edge = inner + (outer - inner) * 0.82
  const half = ry * outer * Math.sqrt(1 - (edge / outer) ** 2)
  return { x: x + rx * inner, y: y - half, w: rx * (edge - inner), h: 2 * half }
}
