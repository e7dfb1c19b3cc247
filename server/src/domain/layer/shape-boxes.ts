import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { boxOf } from '#shared/picture/draw-shape.ts'
import { isPoint } from '#shared/picture/props.ts'

/** What a shape takes up of what it lies in; undefined for what takes up nothing, as an arrow that follows notes. */
export function boxIn(shape: BoardRecord): Box | undefined {
  const own = shape.type === 'arrow' ? arrowBox(shape) : boxOf(shape, () => undefined)
  const { x, y, rotation } = shape
  if (!own || typeof x !== 'number' || typeof y !== 'number' || typeof rotation !== 'number') return undefined
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  const corners = [
    { x: own.x, y: own.y },
    { x: own.x + own.w, y: own.y },
    { x: own.x, y: own.y + own.h },
    { x: own.x + own.w, y: own.y + own.h },
  ].map((corner) => ({ x: x + corner.x * cos - corner.y * sin, y: y + corner.x * sin + corner.y * cos }))
  return around(corners)
}

function arrowBox({ props }: BoardRecord): Box | undefined {
  return isPoint(props?.start) && isPoint(props.end) ? around([props.start, props.end]) : undefined
}

function around(points: readonly { readonly x: number; readonly y: number }[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

export function unionOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  return around(
    boxes.flatMap(({ x, y, w, h }) => [
      { x, y },
      { x: x + w, y: y + h },
    ]),
  )
}
