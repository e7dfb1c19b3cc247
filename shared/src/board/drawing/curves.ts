import { drawAxes } from './axes.ts'
import { isIn, path, smoothLine } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { roomsInRows, type Stretch, stretchesIn } from './rows.ts'
import { labelSize, labelsIn } from './words.ts'

/** How much of the whole each horizon has, from 0 at the top, at a time from 0 to 1: three hills, with room under each. */
const horizons: readonly ((time: number) => number)[] = [
  (time) => 0.15 + 0.77 * rise((time - 0.1) / 0.44),
  (time) => 0.88 - 0.69 * Math.exp(-(((time - 0.5) / 0.22) ** 2)),
  (time) => 0.92 - 0.77 * rise((time - 0.46) / 0.44),
]
const samples = Array.from({ length: 61 }, (_, i) => i / 60)
const moments = Array.from({ length: 301 }, (_, i) => horizons.map((height) => height(i / 300)))
/** As near, in parts of the height, what lies above a curve is meant for it. */
const nearby = 0.05
/** Where each has its name, and where pictures are put, in parts of the plot. */
const names = [
  { x: 0.01, y: 0.015, w: 0.28, h: 0.11 },
  { x: 0.35, y: 0.055, w: 0.3, h: 0.11 },
  { x: 0.71, y: 0.015, w: 0.28, h: 0.11 },
]
const rooms = [
  { x: 0.01, y: 0.19, w: 0.18, h: 0.6 },
  { x: 0.4, y: 0.32, w: 0.2, h: 0.36 },
  { x: 0.81, y: 0.19, w: 0.18, h: 0.6 },
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
  /** Whose curve it lies on, else the first above it; the highest where none is. */
  const belongsTo = ({ x, y }: Point) => {
    const [time, down] = [(x - plot.x) / plot.w, (y - plot.y) / plot.h]
    const heights = horizons.map((height) => height(time))
    const away = heights.map((height) => Math.abs(height - down))
    if (Math.min(...away) < nearby) return away.indexOf(Math.min(...away))
    const above = heights.filter((height) => height <= down)
    return heights.indexOf(above.length > 0 ? Math.max(...above) : Math.min(...heights))
  }
  /** Under a curve, as far as no other one goes through. */
  const clearUnder = (index: number) => {
    const off = 0.012
    return ({ y, h }: Pick<Box, 'y' | 'h'>): readonly Stretch[] => {
      const [top, bottom] = [(y - plot.y) / plot.h, (y + h - plot.y) / plot.h]
      const isClear = (moment: number) =>
        moments[moment]?.every((height, i) => (i === index ? height + off <= top : height - off >= bottom)) ?? false
      return stretchesIn({ x: 2, w: moments.length - 5 }, 1, isClear).map(({ from, to }) => ({
        from: plot.x + (from / (moments.length - 1)) * plot.w,
        to: plot.x + (to / (moments.length - 1)) * plot.w,
      }))
    }
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
      const holds = (place: Point) => isIn(plot, place) && belongsTo(place) === index
      const rows = { top: plot.y, bottom: plot.y + plot.h, middle: plot.y + plot.h / 2, clearIn: clearUnder(index) }
      return words ? [{ kind: 'horizon' as const, index, words, box: part(room), ...roomsInRows(rows), holds }] : []
    }),
  }
}

/** From 0 to 1, slowly at both ends. */
function rise(at: number): number {
  const t = Math.min(1, Math.max(0, at))
  return t * t * (3 - 2 * t)
}
