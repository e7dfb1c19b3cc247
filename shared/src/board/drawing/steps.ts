import { cellsOf } from './columns.ts'
import { below, inset, line, n, path } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** Chevrons from left to right. A tall zone gets lanes across them, so that each row can belong to one actor. */
export function drawSteps({ body, scale, zone: { labels } }: Ground): Drawing {
  const count = Math.max(1, labels.length)
  const w = body.w / count
  const h = labelSize * 2.6 * scale
  const tip = h / 3
  const lanes = body.h > 1_200 ? 4 : 1
  const top = body.y + h + 16 * scale
  const steps = Array.from({ length: count }, (_, i) => ({ ...body, x: body.x + i * w, w }))
  return {
    marks: [
      ...steps.map(({ x }, i) => {
        const right = x + w - tip
        const notch = i === 0 ? x : x + tip
        return path(
          `M${n(x)} ${n(body.y)}H${n(right)}L${n(right + tip)} ${n(body.y + h / 2)}L${n(right)} ${n(body.y + h)}H${n(x)}L${n(notch)} ${n(body.y + h / 2)}Z`,
          'sunken',
        )
      }),
      ...steps.slice(1).map(({ x }) => line(x, top, x, body.y + body.h, 'dashed')),
      ...Array.from({ length: lanes - 1 }, (_, i) => {
        const y = top + ((i + 1) * (body.y + body.h - top)) / lanes
        return line(body.x, y, body.x + body.w, y, 'dashed')
      }),
    ],
    labels: labelsIn(
      labels,
      steps.map(({ x }) => ({ x: x + tip * 1.4, y: body.y + 6 * scale, w: w - tip * 2.6, h: h - 12 * scale })),
      labelSize * scale,
      { verticalAlign: 'middle' },
    ),
    notes: inset(below(body, h), 16 * scale),
    cells: cellsOf('step', labels, steps, (step) => inset(below(step, h), 16 * scale)),
  }
}
