import type { ZoneAxis } from '../zone-shape.ts'
import { arrowHead, line } from './marks.ts'
import type { Drawing, Ground, Plot } from './plan.ts'
import { labelsIn, smallSize } from './words.ts'

/** Two axes with arrows along the left and lower edge, each with its label between its two ends, and what they leave. */
export function drawAxes({ body, scale, zone: { axes } }: Ground): Drawing & { readonly plot: Plot } {
  if (!axes) return { plot: { ...body, edge: 0 } }
  const strip = 84 * scale
  const head = 26 * scale
  const [x0, y0] = [body.x + strip, body.y + body.h - strip]
  const right = body.x + body.w
  const gap = 14 * scale
  const plot = {
    x: x0 + gap,
    y: body.y,
    w: Math.max(0, body.w - strip - gap),
    h: Math.max(0, body.h - strip - gap),
    edge: halfNote * scale,
  }
  const along = partsOf(axes.x)
  const up = partsOf(axes.y)
  const foot = { x: x0, y: y0 + 16 * scale, w: right - x0, h: strip - 16 * scale }
  const side = { x: body.x, y: body.y, w: strip - 16 * scale, h: y0 - body.y }
  const look = { verticalAlign: 'middle' } as const
  return {
    plot,
    marks: [
      line(x0, y0, right - head, y0, 'axis'),
      line(x0, y0, x0, body.y + head, 'axis'),
      arrowHead({ x: right, y: y0 }, 'right', head),
      arrowHead({ x: x0, y: body.y }, 'up', head),
    ],
    labels: [
      ...thirds.flatMap(({ from, part, align, weight }, i) => [
        ...labelsIn([along[i]], [{ ...foot, x: foot.x + from * foot.w, w: part * foot.w }], smallSize * scale, {
          ...look,
          align,
          weight,
        }),
        ...labelsIn(
          [up[i]],
          [{ ...side, y: side.y + (1 - from - part) * side.h, h: part * side.h }],
          smallSize * scale,
          { ...look, align, weight, isTurned: true },
        ),
      ]),
    ],
  }
}

/** Of a new note in a zone of this scale: see `noteScaleIn`. */
const halfNote = 144

const thirds = [
  { from: 0, part: 0.3, align: 'left', weight: 'plain' },
  { from: 0.31, part: 0.38, align: 'middle', weight: 'strong' },
  { from: 0.7, part: 0.3, align: 'right', weight: 'plain' },
] as const

function partsOf({ low, label, high }: ZoneAxis) {
  return [low, label, high]
}
