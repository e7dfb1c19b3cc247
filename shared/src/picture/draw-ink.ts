import type { BoardRecord } from '../board/board-records.ts'
import type { Scheme } from './colours.ts'
import { shapeColours } from './colours.ts'
import type { Point } from './placement.ts'
import { bySize, isPoint, scaleOf } from './props.ts'
import { element, num } from './svg.ts'

export const strokeSizes = { s: 2, m: 3.5, l: 5, xl: 10 } as const
const highlightSizes = { s: 12, m: 21, l: 30, xl: 60 } as const

/** Points of a stroke in its own coordinates, segment by segment. */
export function inkSegments(shape: BoardRecord): Point[][] {
  const segments = Array.isArray(shape.props?.segments) ? shape.props.segments : []
  const scale = scaleOf(shape)
  return segments.slice(0, maxSegments).map((segment: unknown) => {
    const points =
      typeof segment === 'object' && segment !== null && 'points' in segment && Array.isArray(segment.points)
        ? segment.points
        : []
    return points
      .slice(0, maxPoints)
      .filter(isPoint)
      .map(({ x, y }) => ({ x: x * scale, y: y * scale }))
  })
}

const maxSegments = 200
const maxPoints = 2_000

/** @param detail - Units below which two points look like one. */
export function drawInk(shape: BoardRecord, scheme: Scheme, detail: number): string {
  const isHighlight = shape.type === 'highlight'
  const colours = shapeColours(shape.props?.color, scheme)
  const width = bySize(shape, isHighlight ? highlightSizes : strokeSizes) * scaleOf(shape)
  const d = inkSegments(shape)
    .map((points) => thin(points, detail))
    .filter((points) => points.length > 0)
    .map((points) => {
      const [first, ...rest] = points
      // A dot is a line of no length; its round ends make it visible.
      const drawn = rest.length > 0 ? rest : [first]
      return `M${at(first)}L${drawn.map(at).join(' ')}`
    })
    .join('')
  if (d === '') return ''
  const isFilled = shape.props?.isClosed === true && shape.props.fill !== 'none' && !isHighlight
  return element('path', {
    d,
    fill: isFilled ? colours.semi : 'none',
    stroke: isHighlight ? colours.highlight : colours.stroke,
    'stroke-width': Math.max(width, detail),
    ...(isHighlight ? { 'stroke-opacity': 0.5 } : {}),
  })
}

/** Leaves out points that lie closer than `detail` to the last one kept. */
function thin(points: readonly Point[], detail: number): Point[] {
  const kept: Point[] = []
  let last: Point | undefined
  for (const [i, point] of points.entries()) {
    const isEnd = i === points.length - 1
    if (last && !isEnd && Math.hypot(point.x - last.x, point.y - last.y) < detail) continue
    kept.push(point)
    last = point
  }
  return kept
}

function at(point: Point | undefined): string {
  return `${num(point?.x ?? 0)} ${num(point?.y ?? 0)}`
}
