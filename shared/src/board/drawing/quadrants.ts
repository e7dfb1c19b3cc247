import { drawAxes } from './axes.ts'
import { below, inset, isIn, rect, tiles } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** Four fields between two axes, each with its heading. */
export function drawQuadrants(ground: Ground): Drawing {
  const { scale, zone } = ground
  const { plot, marks = [], labels = [] } = drawAxes(ground)
  const fields = tiles(4, 2, plot, 14 * scale)
  const head = labelSize * 1.5 * scale
  const heads = fields.map((field) => ({
    ...inset(field, 18 * scale),
    ...{ y: field.y + 10 * scale, h: labelSize * 1.75 * scale },
  }))
  const rooms = fields.map((field) => inset(below(field, head + 12 * scale), 10 * scale))
  const half = { x: plot.x + plot.w / 2, y: plot.y + plot.h / 2 }
  return {
    ...(zone.axes && { plot }),
    marks: [...fields.map((field) => rect(field, 20 * scale, 'sunken')), ...marks],
    labels: [...labels, ...labelsIn(zone.labels, heads, labelSize * scale)],
    notes: inset(below(plot, head + 12 * scale), 10 * scale),
    cells: fields.flatMap((_, index) => {
      const [words, box] = [zone.labels[index], rooms[index]]
      if (!words || !box) return []
      const holds = (place: { x: number; y: number }) =>
        isIn(plot, place) && place.x > half.x === (index % 2 === 1) && place.y > half.y === index > 1
      return [{ kind: 'quadrant' as const, index, words, box, holds }]
    }),
  }
}
