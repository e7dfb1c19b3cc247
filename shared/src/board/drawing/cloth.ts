import { below, inset, isIn, line, rect, tiles } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** A cloth with a stitched hem; labels share a strip along its lower edge, or along the right one of a wide cloth. */
export function drawCloth({ body, scale, zone: { labels } }: Ground): Drawing {
  const inside = inset(body, 22 * scale)
  const marks = [rect(body, 40 * scale, 'sunken'), rect(inside, 28 * scale, 'dashed')]
  const room = inset(body, 40 * scale)
  if (labels.length === 0) return { marks, notes: room }
  const isWide = body.w > body.h * 1.3
  const [strip, notes] = isWide
    ? [
        { ...inside, x: inside.x + inside.w * 0.7, w: inside.w * 0.3 },
        { ...room, w: room.w * 0.68 },
      ]
    : [
        { ...inside, y: inside.y + inside.h * 0.72, h: inside.h * 0.28 },
        { ...room, h: room.h * 0.7 },
      ]
  const parts = isWide ? tiles(labels.length, 1, strip, 0) : firstWider(strip, labels.length)
  // Notes lie below the words where they fit there.
  const head = Math.min(labelSize * 2.3 * scale, Math.max(0, (parts[0]?.h ?? 0) - 225 * scale))
  return {
    marks: [
      ...marks,
      isWide
        ? line(strip.x, strip.y, strip.x, strip.y + strip.h, 'dashed')
        : line(strip.x, strip.y, strip.x + strip.w, strip.y, 'dashed'),
      ...parts
        .slice(1)
        .map((part) =>
          isWide
            ? line(part.x, part.y, part.x + part.w, part.y, 'dashed')
            : line(part.x, part.y, part.x, part.y + part.h, 'dashed'),
        ),
    ],
    labels: labelsIn(
      labels,
      parts.map((part) => ({ ...inset(part, 14 * scale), y: part.y + 4 * scale, h: Math.max(head, 68 * scale) })),
      labelSize * scale,
      { verticalAlign: 'middle' },
    ),
    notes,
    cells: parts.flatMap((part, index) => {
      const words = labels[index]
      const holds = (place: Point) => isIn(part, place)
      return words ? [{ kind: 'part' as const, index, words, box: inset(below(part, head), 8 * scale), holds }] : []
    }),
  }
}

/** One and a half times as wide as the others. */
function firstWider(strip: Box, count: number): Box[] {
  const unit = strip.w / (count + 0.5)
  return Array.from({ length: count }, (_, i) => ({
    ...strip,
    x: strip.x + (i === 0 ? 0 : unit * (i + 0.5)),
    w: i === 0 ? unit * 1.5 : unit,
  }))
}
