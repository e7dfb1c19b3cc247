import { drawAxes } from './axes.ts'
import { isIn, path, smoothLine } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** How much of the whole each horizon has, from 0 at the top, at a time from 0 to 1. */
const horizons: readonly ((time: number) => number)[] = [
  (time) => 0.2 + 0.7 * rise((time - 0.08) / 0.8),
  (time) => 0.88 - 0.58 * Math.exp(-(((time - 0.5) / 0.2) ** 2)),
  (time) => 0.9 - 0.7 * rise((time - 0.12) / 0.8),
]
const samples = Array.from({ length: 41 }, (_, i) => i / 40)
/** Where each has its name, and where there is room for notes about it, in parts of the plot. */
const names = [
  { x: 0.015, y: 0.03, w: 0.28, h: 0.14 },
  { x: 0.35, y: 0.13, w: 0.3, h: 0.14 },
  { x: 0.705, y: 0.03, w: 0.28, h: 0.14 },
]
const rooms = [
  { x: 0.02, y: 0.24, w: 0.24, h: 0.36 },
  { x: 0.4, y: 0.31, w: 0.2, h: 0.22 },
  { x: 0.74, y: 0.24, w: 0.24, h: 0.36 },
]

/** Three horizons over time: what goes, what carries over, what comes. */
export function drawCurves(ground: Ground): Drawing {
  const { scale, zone } = ground
  const { plot, marks = [], labels = [] } = drawAxes(ground)
  const part = ({ x, y, w, h }: Box): Box => ({
    ...{ x: plot.x + x * plot.w, y: plot.y + y * plot.h },
    ...{ w: w * plot.w, h: h * plot.h },
  })
  const curves = horizons.map((height) =>
    samples.map((time) => ({ x: plot.x + time * plot.w, y: plot.y + height(time) * plot.h })),
  )
  const nearest = ({ x, y }: Point) => {
    const time = (x - plot.x) / plot.w
    const away = horizons.map((height) => Math.abs(plot.y + height(time) * plot.h - y))
    return away.indexOf(Math.min(...away))
  }
  return {
    marks: [...marks, ...curves.map((points, i) => path(smoothLine(points), i === 1 ? 'axis-dashed' : 'axis'))],
    labels: [
      ...labels,
      ...labelsIn(zone.labels, names.map(part), labelSize * scale, { align: 'middle', verticalAlign: 'end' }),
    ],
    notes: part({ x: 0.02, y: 0.24, w: 0.96, h: 0.74 }),
    cells: rooms.flatMap((room, index) => {
      const words = zone.labels[index]
      const holds = (place: Point) => isIn(plot, place) && nearest(place) === index
      return words ? [{ kind: 'horizon' as const, index, words, box: part(room), holds }] : []
    }),
  }
}

/** From 0 to 1, slowly at both ends. */
function rise(at: number): number {
  const t = Math.min(1, Math.max(0, at))
  return t * t * (3 - 2 * t)
}
