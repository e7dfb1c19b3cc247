/** A pointer's way between two known positions, which come a few times a second. Times in milliseconds. */
export type Glide = {
  readonly from: Point
  readonly to: Point
  /** Units a millisecond, at either end: a way that goes on turns, it has no corners. */
  readonly leave: Point
  readonly arrive: Point
  readonly startedAtMs: number
  readonly lastsMs: number
}
type Point = { readonly x: number; readonly y: number }

const shortestMs = 30
const longestMs = 300
const still: Point = { x: 0, y: 0 }

export function standAt(to: Point, nowMs: number): Glide {
  return { from: to, to, leave: still, arrive: still, startedAtMs: nowMs, lastsMs: 0 }
}

/** The way from where `glide` is now to the next position, in about the time until another one is to come. */
export function glideOn(glide: Glide, to: Point, nowMs: number): Glide {
  const sinceMs = nowMs - glide.startedAtMs
  const lastsMs = Math.min(longestMs, Math.max(shortestMs, sinceMs))
  const from = positionAt(glide, nowMs)
  // Who has stood still begins from standing.
  const leave = isOver(glide, nowMs) && sinceMs > longestMs ? still : velocityAt(glide, nowMs)
  const arrive = { x: (to.x - glide.to.x) / lastsMs / 2, y: (to.y - glide.to.y) / lastsMs / 2 }
  return { from, to, leave, arrive, startedAtMs: nowMs, lastsMs }
}

export function isOver(glide: Glide, nowMs: number): boolean {
  return nowMs >= glide.startedAtMs + glide.lastsMs
}

export function positionAt(glide: Glide, nowMs: number): Point {
  if (isOver(glide, nowMs)) return glide.to
  return { x: curve(glide, 'x', nowMs), y: curve(glide, 'y', nowMs) }
}

/** Cubic Hermite: through both ends, with the speed that is given at each. */
function curve({ from, to, leave, arrive, startedAtMs, lastsMs }: Glide, axis: 'x' | 'y', nowMs: number): number {
  const t = (nowMs - startedAtMs) / lastsMs
  const u = 1 - t
  return (
    from[axis] * (1 + 2 * t) * u * u +
    to[axis] * t * t * (3 - 2 * t) +
    lastsMs * (leave[axis] * t * u * u - arrive[axis] * t * t * u)
  )
}

function velocityAt(glide: Glide, nowMs: number): Point {
  if (isOver(glide, nowMs)) return glide.lastsMs === 0 ? still : glide.arrive
  const stepMs = 1
  const [now, next] = [positionAt(glide, nowMs), positionAt(glide, nowMs + stepMs)]
  return { x: (next.x - now.x) / stepMs, y: (next.y - now.y) / stepMs }
}
