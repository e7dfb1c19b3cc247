import { inset, isIn, n, path } from './marks.ts'
import type { Box, Drawing, Ground, Point, ZoneMark } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

const waterAt = 0.56

/** Wind in the sail, an anchor below, and with more labels rocks ahead and an island to reach. */
export function drawSailboat({ body, scale, zone: { labels } }: Ground): Drawing {
  const water = body.y + body.h * waterAt
  const bottom = body.y + body.h
  const hasRight = labels.length > 2
  const boatX = body.x + body.w * (hasRight ? 0.46 : 0.62)
  const unit = Math.min(body.h * 0.98, body.w * 0.42)
  const rightX = body.x + body.w * 0.62
  const leftW = hasRight ? body.w * 0.3 : body.w * 0.44
  const edge = hasRight ? rightX : body.x + body.w
  const parts: Box[] = [
    { x: body.x, y: body.y, w: edge - body.x, h: water - body.y },
    { x: body.x, y: water, w: edge - body.x, h: bottom - water },
    { x: rightX, y: water, w: body.x + body.w - rightX, h: bottom - water },
    { x: rightX, y: body.y, w: body.x + body.w - rightX, h: water - body.y },
  ]
  const head = labelSize * 1.5 * scale
  const sea = 34 * scale
  const heads = parts.map((part, i) => {
    const w = i < 2 ? leftW : part.w - 24 * scale
    return { x: part.x + 18 * scale, y: part.y + (i === 1 || i === 2 ? sea : 10 * scale), w, h: head }
  })
  return {
    marks: [
      path(seaPath(body, water, scale), 'panel'),
      path(wavesAlong(body.x, body.x + body.w, water, scale)),
      ...(labels.length > 3 ? island(body.x + body.w * 0.88, water, unit) : []),
      ...(hasRight ? rocks(body.x + body.w * 0.88, bottom, unit) : []),
      ...boat(boatX, water, unit),
      ...wind(boatX - unit * 0.46, water - unit * 0.46, unit),
    ],
    labels: labelsIn(labels, heads, labelSize * scale),
    notes: { ...body, y: body.y + head + 18 * scale, h: body.h - head - 18 * scale },
    cells: parts.flatMap((part, index) => {
      const words = labels[index]
      const top = (heads[index]?.y ?? part.y) + head
      const box = inset({ ...part, y: top, w: index < 2 ? leftW : part.w, h: part.y + part.h - top }, 10 * scale)
      const holds = (place: Point) => isIn(part, place)
      return words ? [{ kind: 'part' as const, index, words, box, holds }] : []
    }),
  }
}

function wavesAlong(from: number, to: number, y: number, scale: number): string {
  const count = Math.max(2, Math.round((to - from) / (120 * scale)))
  const half = (to - from) / count / 2
  return `M${n(from)} ${n(y)}q${n(half / 2)} ${n(-12 * scale)} ${n(half)} 0${`t${n(half)} 0`.repeat(2 * count - 1)}`
}

function seaPath({ x, y, w, h }: Box, water: number, scale: number): string {
  const radius = 24 * scale
  const floor = y + h
  return `${wavesAlong(x, x + w, water, scale)}V${n(floor - radius)}q0 ${n(radius)} ${n(-radius)} ${n(radius)}H${n(x + radius)}q${n(-radius)} 0 ${n(-radius)} ${n(-radius)}Z`
}

function boat(x: number, water: number, u: number): ZoneMark[] {
  const at = (dx: number, dy: number) => `${n(x + dx * u)} ${n(water + dy * u)}`
  return [
    // Chain and anchor.
    path(`M${at(-0.07, 0.06)}Q${at(-0.13, 0.14)} ${at(-0.1, 0.21)}`, 'dashed'),
    path(`M${at(-0.1, 0.235)}V${n(water + 0.37 * u)}M${at(-0.145, 0.265)}H${n(x - 0.055 * u)}`, 'axis'),
    path(
      `M${at(-0.175, 0.31)}Q${at(-0.165, 0.375)} ${at(-0.1, 0.375)}Q${at(-0.035, 0.375)} ${at(-0.025, 0.31)}`,
      'axis',
    ),
    path(`M${at(-0.1, 0.235)}m0 ${n(-0.028 * u)}a${n(0.014 * u)} ${n(0.014 * u)} 0 1 0 .1 0Z`),
    // Mast, sails, hull.
    path(`M${at(0, -0.03)}V${n(water - 0.5 * u)}`, 'axis'),
    path(`M${at(0.018, -0.48)}Q${at(0.2, -0.28)} ${at(0.2, -0.09)}L${at(0.018, -0.09)}Z`, 'raised'),
    path(`M${at(-0.018, -0.43)}Q${at(-0.07, -0.22)} ${at(-0.15, -0.09)}L${at(-0.018, -0.09)}Z`, 'raised'),
    path(
      `M${at(-0.21, -0.045)}H${n(x + 0.23 * u)}Q${at(0.19, 0.075)} ${at(0.1, 0.075)}H${n(x - 0.1 * u)}Q${at(-0.18, 0.075)} ${at(-0.21, -0.045)}Z`,
      'raised',
    ),
  ]
}

function wind(x: number, y: number, u: number): ZoneMark[] {
  const gust = (dx: number, dy: number, length: number) =>
    path(
      `M${n(x + dx * u)} ${n(y + dy * u)}h${n(length * u)}q${n(0.05 * u)} 0 ${n(0.05 * u)} ${n(-0.035 * u)}q0 ${n(-0.028 * u)} ${n(-0.028 * u)} ${n(-0.028 * u)}q${n(-0.025 * u)} 0 ${n(-0.025 * u)} ${n(0.025 * u)}`,
    )
  return [gust(0, 0.08, 0.17), gust(0.05, 0.15, 0.1), gust(0.02, 0.22, 0.16)]
}

function rocks(x: number, floor: number, u: number): ZoneMark[] {
  const at = (dx: number, dy: number) => `${n(x + dx * u)} ${n(floor - dy * u)}`
  return [
    path(
      `M${at(-0.1, 0)}L${at(-0.05, 0.17)}L${at(0, 0.25)}L${at(0.05, 0.16)}L${at(0.08, 0.19)}L${at(0.15, 0)}Z`,
      'raised',
    ),
    path(`M${at(-0.22, 0)}L${at(-0.18, 0.08)}L${at(-0.14, 0.12)}L${at(-0.07, 0)}Z`, 'raised'),
  ]
}

function island(x: number, water: number, u: number): ZoneMark[] {
  const at = (dx: number, dy: number) => `${n(x + dx * u)} ${n(water - dy * u)}`
  const leaf = (dx: number, dy: number, ex: number, ey: number) =>
    path(`M${at(0.035, 0.27)}Q${at(dx, dy)} ${at(ex, ey)}`, 'axis')
  return [
    path(`M${at(-0.2, -0.01)}Q${at(-0.12, 0.1)} ${at(0, 0.09)}Q${at(0.12, 0.1)} ${at(0.2, -0.01)}Z`, 'sunken'),
    path(`M${at(0, 0.085)}Q${at(0.005, 0.2)} ${at(0.035, 0.27)}`, 'axis'),
    leaf(-0.02, 0.33, -0.07, 0.26),
    leaf(-0.01, 0.28, -0.04, 0.2),
    leaf(0.09, 0.33, 0.14, 0.26),
    leaf(0.08, 0.28, 0.11, 0.2),
  ]
}
