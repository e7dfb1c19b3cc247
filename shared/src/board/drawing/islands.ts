import { n, path, roundClosed } from './marks.ts'
import type { Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** Centres and radii as parts of the sea; the large ones come first and take the labels. No real coast is meant. */
const islands = [
  { x: 0.22, y: 0.56, rx: 0.17, ry: 0.36 },
  { x: 0.66, y: 0.5, rx: 0.2, ry: 0.4 },
  { x: 0.44, y: 0.2, rx: 0.035, ry: 0.1 },
  { x: 0.43, y: 0.84, rx: 0.05, ry: 0.1 },
  { x: 0.91, y: 0.22, rx: 0.04, ry: 0.13 },
  { x: 0.93, y: 0.72, rx: 0.05, ry: 0.16 },
  { x: 0.045, y: 0.16, rx: 0.028, ry: 0.08 },
] as const
const coast = [1, 0.86, 1.04, 0.8, 0.97, 1.06, 0.84, 0.98, 0.9, 1.05]
const waves = [
  { x: 0.405, y: 0.42 },
  { x: 0.42, y: 0.58 },
  { x: 0.86, y: 0.47 },
  { x: 0.02, y: 0.84 },
  { x: 0.05, y: 0.42 },
  { x: 0.55, y: 0.03 },
] as const

export function drawIslands({ body, scale, zone: { labels } }: Ground): Drawing {
  const at = (x: number, y: number) => ({ x: body.x + x * body.w, y: body.y + y * body.h })
  const coasts = islands.map(({ x, y, rx, ry }, island) => {
    const points = coast.map((_, i) => {
      const angle = (i / coast.length) * 2 * Math.PI
      const reach = coast[(i + island * 3) % coast.length] ?? 1
      return at(x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach)
    })
    return path(roundClosed(points), 'sunken')
  })
  const swells = waves.map(({ x, y }) => {
    const start = at(x, y)
    const s = 26 * scale
    return path(`M${n(start.x)} ${n(start.y)}q${n(s / 2)} ${n(-s / 2)} ${n(s)} 0t${n(s)} 0t${n(s)} 0`)
  })
  const named = islands.slice(0, labels.length)
  return {
    marks: [...swells, ...coasts],
    labels: labelsIn(
      labels,
      named.map(({ x, y, rx, ry }) => {
        const top = at(x, y - ry * 0.72)
        const w = rx * 1.3 * body.w
        return { x: top.x - w / 2, y: top.y, w, h: labelSize * 2 * scale }
      }),
      labelSize * scale,
      { align: 'middle' },
    ),
    cells: named.flatMap(({ x, y, rx, ry }, index) => {
      const words = labels[index]
      const [corner, centre] = [at(x - rx * 0.65, y - ry * 0.45), at(x, y)]
      const box = { ...corner, w: rx * 1.3 * body.w, h: ry * 1.1 * body.h }
      const holds = (place: Point) =>
        Math.hypot((place.x - centre.x) / (rx * body.w), (place.y - centre.y) / (ry * body.h)) <= 1
      return words ? [{ kind: 'part' as const, index, words, box, holds }] : []
    }),
  }
}
