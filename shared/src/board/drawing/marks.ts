import type { Box, MarkLook, Point, ZoneMark } from './plan.ts'

export function rect(box: Box, radius: number, look: MarkLook = 'line'): ZoneMark {
  return { kind: 'rect', ...box, radius, look }
}

export function path(d: string, look: MarkLook = 'line'): ZoneMark {
  return { kind: 'path', d, look }
}

export function line(x1: number, y1: number, x2: number, y2: number, look: MarkLook = 'line'): ZoneMark {
  return path(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, look)
}

export function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, w: Math.max(0, box.w - 2 * by), h: Math.max(0, box.h - 2 * by) }
}

/** What is left of a box below its first `by` units. */
export function below(box: Box, by: number): Box {
  return { ...box, y: box.y + by, h: Math.max(0, box.h - by) }
}

export function isIn(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h
}

export function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 0 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-2 * rx)} 0Z`
}

/** A head of an arrow with its tip at a point. */
export function arrowHead({ x, y }: Point, towards: 'up' | 'right', size: number): ZoneMark {
  const back = towards === 'up' ? [-size / 2, size, size, 0] : [-size, -size / 2, 0, size]
  const [dx = 0, dy = 0, ex = 0, ey = 0] = back
  return path(`M${n(x)} ${n(y)}l${n(dx)} ${n(dy)}l${n(ex)} ${n(ey)}Z`, 'solid')
}

/** A closed curve through the middles of the sides, with the points as its handles. */
export function roundClosed(points: readonly Point[]): string {
  const middles = points.map((point, i) => {
    const next = points[(i + 1) % points.length] ?? point
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
  })
  const last = middles[middles.length - 1]
  if (!last) return ''
  const curves = points.map((point, i) => {
    const end = middles[i] ?? point
    return `Q${n(point.x)} ${n(point.y)} ${n(end.x)} ${n(end.y)}`
  })
  return `M${n(last.x)} ${n(last.y)}${curves.join('')}Z`
}

/** A line through all points that goes over into itself: each pair's middle tangents are level with its neighbours. */
export function smoothLine(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const parts = points.slice(1).map((to, i) => {
    const from = points[i] ?? to
    const before = points[i - 1] ?? from
    const after = points[i + 2] ?? to
    const [c1, c2] = [bend(from, before, to, 1), bend(to, from, after, -1)]
    return `C${n(c1.x)} ${n(c1.y)} ${n(c2.x)} ${n(c2.y)} ${n(to.x)} ${n(to.y)}`
  })
  return `M${n(first.x)} ${n(first.y)}${parts.join('')}`
}

/** The handle of a point, along the way from the one before it to the one after. */
function bend(at: Point, before: Point, after: Point, way: 1 | -1): Point {
  return { x: at.x + (way * (after.x - before.x)) / 6, y: at.y + (way * (after.y - before.y)) / 6 }
}

/** As many columns as make `count` things that fill a box closest to the wanted proportion, with few places left empty. */
export function columnsFor(count: number, box: Box, wanted: number): number {
  let columns = 1
  let best = Number.POSITIVE_INFINITY
  for (let tried = 1; tried <= count; tried += 1) {
    const rows = Math.ceil(count / tried)
    const ratio = box.w / tried / (box.h / rows)
    const empty = tried * rows - count
    const distance = Math.abs(Math.log(ratio / wanted)) + empty * 0.4
    if (distance < best) {
      best = distance
      columns = tried
    }
  }
  return columns
}

/** Equal boxes in rows, from the top left. */
export function tiles(count: number, columns: number, box: Box, gap: number): Box[] {
  const rows = Math.ceil(count / columns)
  const w = (box.w - gap * (columns - 1)) / columns
  const h = (box.h - gap * (rows - 1)) / rows
  return Array.from({ length: count }, (_, i) => ({
    x: box.x + (i % columns) * (w + gap),
    y: box.y + Math.floor(i / columns) * (h + gap),
    w,
    h,
  }))
}

/** Short numbers: a tenth of a unit is less than anybody sees. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
