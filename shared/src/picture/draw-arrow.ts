import type { BoardRecord } from '../board/board-records.ts'
import type { Box } from '../board/drawing/plan.ts'
import { type Scheme, shapeColours } from './colours.ts'
import { strokeSizes } from './draw-ink.ts'
import { drawText } from './draw-text.ts'
import { invert, type Matrix, type Point, transform } from './placement.ts'
import { bySize, isPoint, numberProp, scaleOf, textProp } from './props.ts'
import { element, num } from './svg.ts'

/** What an arrow's end is bound to: the shape's box and its way to the page. */
export type BoundEnd = { readonly box: Box; readonly matrix: Matrix; readonly anchor: Point }
export type ArrowEnds = { readonly start: Point; readonly end: Point }

/** Both ends in the arrow's own coordinates. A bound end lies where the arrow meets the edge of what it is bound to. */
export function arrowEnds(
  shape: BoardRecord,
  matrix: Matrix,
  bound: { readonly start?: BoundEnd | undefined; readonly end?: BoundEnd | undefined },
): ArrowEnds {
  const own = (name: 'start' | 'end'): Point => {
    const value = shape.props?.[name]
    return isPoint(value) ? { x: value.x, y: value.y } : { x: 0, y: 0 }
  }
  const target = (end: BoundEnd | undefined, fallback: Point): Point => {
    if (!end) return transform(matrix, fallback)
    const { box, anchor } = end
    return transform(end.matrix, { x: box.x + anchor.x * box.w, y: box.y + anchor.y * box.h })
  }
  const start = target(bound.start, own('start'))
  const end = target(bound.end, own('end'))
  return {
    start: invert(matrix, meetEdge(start, end, bound.start)) ?? own('start'),
    end: invert(matrix, meetEdge(end, start, bound.end)) ?? own('end'),
  }
}

/** Walks from inside the bound shape's box towards `other`, and stops at the edge. All in page coordinates. */
function meetEdge(inside: Point, other: Point, bound: BoundEnd | undefined): Point {
  if (!bound) return inside
  const from = invert(bound.matrix, inside)
  const to = invert(bound.matrix, other)
  if (!from || !to) return inside
  const { box } = bound
  let part = 1
  for (const axis of ['x', 'y'] as const) {
    const way = to[axis] - from[axis]
    const low = box[axis]
    const high = low + (axis === 'x' ? box.w : box.h)
    if (way > 0) part = Math.min(part, (high - from[axis]) / way)
    if (way < 0) part = Math.min(part, (low - from[axis]) / way)
  }
  if (!(part > 0 && part < 1)) return inside
  return transform(bound.matrix, { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })
}

export function drawArrow(shape: BoardRecord, { start, end }: ArrowEnds, scheme: Scheme, labelGround: string): string {
  const colours = shapeColours(shape.props?.color, scheme)
  const scale = scaleOf(shape)
  const width = bySize(shape, strokeSizes) * scale
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  if (!(length > 0)) return ''
  const bend = Math.max(-length * 2, Math.min(length * 2, numberProp(shape, 'bend', 0)))
  const side = { x: (end.y - start.y) / length, y: -(end.x - start.x) / length }
  const handle = {
    x: (start.x + end.x) / 2 - side.x * bend * 2,
    y: (start.y + end.y) / 2 - side.y * bend * 2,
  }
  const look = { fill: 'none', stroke: colours.stroke, 'stroke-width': width }
  const shaft = element('path', {
    d: `M${num(start.x)} ${num(start.y)}Q${num(handle.x)} ${num(handle.y)} ${num(end.x)} ${num(end.y)}`,
    ...look,
  })
  const heads = [
    shape.props?.arrowheadStart === 'none' ? '' : drawHead(start, handle, width, look),
    shape.props?.arrowheadEnd === 'none' ? '' : drawHead(end, handle, width, look),
  ]
  return shaft + heads.join('') + drawLabel(shape, start, handle, end, labelGround, colours.stroke)
}

function drawHead(tip: Point, from: Point, width: number, look: Readonly<Record<string, string | number>>): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y)
  if (!(length > 0)) return ''
  const size = 8 + width * 2.6
  const back = { x: ((from.x - tip.x) / length) * size, y: ((from.y - tip.y) / length) * size }
  const wing = (turn: number) => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    return `${num(tip.x + back.x * cos - back.y * sin)} ${num(tip.y + back.x * sin + back.y * cos)}`
  }
  return element('path', { d: `M${wing(0.5)}L${num(tip.x)} ${num(tip.y)}L${wing(-0.5)}`, ...look })
}

function drawLabel(shape: BoardRecord, start: Point, handle: Point, end: Point, ground: string, ink: string): string {
  const text = textProp(shape, 'text')
  if (text.trim() === '') return ''
  const size = 20 * scaleOf(shape)
  const middle = { x: (start.x + 2 * handle.x + end.x) / 4, y: (start.y + 2 * handle.y + end.y) / 4 }
  const box = { x: middle.x - 130, y: middle.y - size, w: 260, h: size * 2 }
  const halo = element('circle', { cx: middle.x, cy: middle.y, r: size * 0.8, fill: ground })
  return halo + drawText(text, box, { size, fill: ink, align: 'middle', verticalAlign: 'middle' })
}
