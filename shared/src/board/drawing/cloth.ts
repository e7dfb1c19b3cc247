import { below, inset, isIn, line, rect } from './marks.ts'
import type { Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** A cloth with a stitched hem; labels share a strip along its lower edge, the first one twice as wide. */
export function drawCloth({ body, scale, zone: { labels } }: Ground): Drawing {
  const inside = inset(body, 22 * scale)
  const marks = [rect(body, 40 * scale, 'sunken'), rect(inside, 28 * scale, 'dashed')]
  const room = inset(body, 40 * scale)
  if (labels.length === 0) return { marks, notes: room }
  const strip = { ...inside, y: inside.y + inside.h * 0.72, h: inside.h * 0.28 }
  // Notes lie below the strip's words where they fit there.
  const head = Math.min(60 * scale, Math.max(0, strip.h - 270 * scale))
  const unit = strip.w / (labels.length + 1)
  const parts = labels.map((_, i) => ({
    ...strip,
    x: strip.x + (i === 0 ? 0 : unit * (i + 1)),
    w: i === 0 ? unit * 2 : unit,
  }))
  return {
    marks: [
      ...marks,
      line(strip.x, strip.y, strip.x + strip.w, strip.y, 'dashed'),
      ...parts.slice(1).map((part) => line(part.x, part.y, part.x, part.y + part.h, 'dashed')),
    ],
    labels: labelsIn(
      labels,
      parts.map((part) => inset(part, 14 * scale)),
      labelSize * scale,
    ),
    notes: { ...room, h: room.h * 0.7 },
    cells: parts.flatMap((part, index) => {
      const words = labels[index]
      const holds = (place: Point) => isIn(part, place)
      return words ? [{ kind: 'part' as const, index, words, box: inset(below(part, head), 8 * scale), holds }] : []
    }),
  }
}
