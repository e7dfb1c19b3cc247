import { drawAxes } from './axes.ts'
import { ellipse, isIn, line, n, path } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { roomsInRows, type Stretch } from './rows.ts'
import { labelSize, labelsIn } from './words.ts'

/** How far the widest cone opens, of half the height: what lies outside keeps some room. */
const widest = 0.95
/** How far it is open today, of its mouth: at a mere point nothing could be said of today and tomorrow. */
const openToday = 0.3

/** How much of the next band the innermost one has: it is open on both sides of the middle. */
const innermostPart = 0.55

/** From today at the narrow end to the horizon year at the mouth; the names stand right of it, what lies outside is named outside. */
export function drawCone(ground: Ground): Drawing {
  const { scale, zone } = ground
  const { plot, marks = [], labels = [] } = drawAxes(ground)
  const count = Math.max(1, zone.labels.length - 1)
  const half = plot.h / 2
  const tip = { x: plot.x + 24 * scale, y: plot.y + half }
  const depth = Math.min(plot.h * 0.1, plot.w * 0.05)
  const names = Math.min(plot.w * 0.24, 360 * scale)
  const mouth = plot.x + plot.w - names - depth - 12 * scale
  const shares = Array.from({ length: count }, (_, i) => ((i + innermostPart) / (count - 1 + innermostPart)) * widest)
  /** How wide the cone has opened there, up to 1 at the mouth. */
  const opened = (x: number) => openToday + (1 - openToday) * Math.min(1, Math.max(0, (x - tip.x) / (mouth - tip.x)))
  const bands = shares.map((outer, i) => ({ outer, inner: shares[i - 1] ?? 0 }))
  const nameAt = (from: number, to: number): Box => ({
    ...{ x: mouth + depth * 0.6 + 12 * scale, w: names },
    ...{ y: tip.y - half * to, h: half * (to - from) },
  })
  const nameOutside: Box = {
    ...{ x: plot.x + 16 * scale, y: plot.y, w: Math.min(plot.w * 0.24, 420 * scale) },
    h: Math.min(labelSize * 1.5 * scale, half * 0.2),
  }
  const boxAt = (inner: number, outer: number): Box => {
    const [left, right] = [tip.x + (mouth - tip.x) * 0.8, mouth - depth]
    const reach = half * opened((left + right) / 2)
    return { x: left, y: tip.y - reach * outer, w: right - left, h: reach * (outer - inner) }
  }
  const innermost = (outer: number): Box => {
    const [left, right] = [tip.x + (mouth - tip.x) * 0.3, mouth - depth]
    const reach = half * opened(left) * outer
    return { x: left, y: tip.y - reach, w: right - left, h: 2 * reach }
  }
  /** Both ends are round, as of a thing that one looks at from its side. */
  const side = (share: number) => {
    const [near, far] = [
      { rx: depth * share * openToday, ry: half * share * openToday },
      { rx: depth * share, ry: half * share },
    ]
    return `M${n(tip.x)} ${n(tip.y - near.ry)}L${n(mouth)} ${n(tip.y - far.ry)}A${n(far.rx)} ${n(far.ry)} 0 0 1 ${n(mouth)} ${n(tip.y + far.ry)}L${n(tip.x)} ${n(tip.y + near.ry)}A${n(near.rx)} ${n(near.ry)} 0 0 1 ${n(tip.x)} ${n(tip.y - near.ry)}Z`
  }
  const outside = {
    x: plot.x,
    y: plot.y + nameOutside.h,
    w: (mouth - plot.x) * 0.3,
    h: half * (1 - widest * opened(tip.x + (mouth - tip.x) * 0.3)) - nameOutside.h,
  }
  const free = half * 0.015
  /** Where in a row it is as wide as this, or wider. */
  const openFrom = (reach: number) => tip.x + ((reach / half - openToday) / (1 - openToday)) * (mouth - tip.x)
  const clearBetween = (inner: number, outer: number) => {
    return ({ y, h }: Pick<Box, 'y' | 'h'>): readonly Stretch[] => {
      const [above, below] = [y - tip.y, y + h - tip.y]
      const nearest = Math.max(0, above, -below) - free
      const furthest = Math.max(Math.abs(above), Math.abs(below)) + free
      // The rim of the mouth and the end of today are round.
      const [left, right] = [tip.x + depth * openToday, mouth - depth]
      const isNamed = inner === widest && y < nameOutside.y + nameOutside.h
      const from = Number.isFinite(outer) ? Math.max(left, openFrom(furthest / outer)) : plot.x + free
      const to = inner > 0 ? Math.min(right, openFrom(nearest / inner)) : right
      return [{ from: isNamed ? Math.max(from, nameOutside.x + nameOutside.w) : from, to }]
    }
  }
  return {
    marks: [
      ...marks,
      ...[...shares].reverse().map((share, i) => path(side(share), i % 2 === 0 ? 'sunken' : 'raised')),
      ...shares.map((share) => path(ellipse(mouth, tip.y, depth * share, half * share))),
      line(tip.x, tip.y, mouth, tip.y, 'dashed'),
      path(ellipse(tip.x, tip.y, 12 * scale, 12 * scale), 'solid'),
    ],
    labels: [
      ...labels,
      ...labelsIn(
        zone.labels,
        [...bands.map(({ inner, outer }, i) => nameAt(i === 0 ? -outer : inner, outer)), nameOutside],
        labelSize * scale,
        { align: 'left', verticalAlign: 'middle' },
      ),
    ],
    notes: { ...plot, w: mouth - plot.x },
    cells: [...bands, { inner: widest, outer: Number.POSITIVE_INFINITY }].flatMap(({ inner, outer }, index) => {
      const words = zone.labels[index]
      if (!words) return []
      const holds = (place: Point) => isIn(plot, place) && Math.abs(place.y - tip.y) <= half * outer * opened(place.x)
      const rows = { top: plot.y, bottom: plot.y + plot.h, middle: tip.y, clearIn: clearBetween(inner, outer) }
      const box = index === bands.length ? outside : index === 0 ? innermost(outer) : boxAt(inner, outer)
      return [
        {
          kind: 'ring' as const,
          index,
          words,
          box,
          ...roomsInRows(rows),
          holds: index === bands.length ? (at: Point) => isIn(plot, at) : holds,
        },
      ]
    }),
  }
}
