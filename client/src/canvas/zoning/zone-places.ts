import { overlaps } from '#shared/board/box.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { zoneCell } from '#shared/templates/template.ts'

/** Which edges of a box somebody has in hand; all four where the whole of it moves. */
export type HeldEdges = {
  readonly left: boolean
  readonly right: boolean
  readonly top: boolean
  readonly bottom: boolean
}
/** A line to which an edge was brought: at `at`, as long as what it lines up. */
export type Guide = { readonly axis: 'x' | 'y'; readonly at: number; readonly from: number; readonly to: number }
export type Snapped = { readonly box: Box; readonly guides: readonly Guide[] }

/** The smallest that is made by hand: an eighth of the usual one. */
export const leastZone = { w: zoneCell.w / 8, h: zoneCell.h / 8 } as const

/** Edges that touch do not lie over one another. */
const touching = 1

export const areOver = (a: Box, b: Box): boolean => overlaps(a, b, -touching)

type Span = { readonly low: number; readonly high: number }
const spanX = ({ x, w }: Box): Span => ({ low: x, high: x + w })
const spanY = ({ y, h }: Box): Span => ({ low: y, high: y + h })

/** Where an edge lines up with another zone: with its own edge on that side, or the usual gap beside it. */
const lowPlaces = ({ low, high }: Span) => [low, high + zoneCell.gap]
const highPlaces = ({ low, high }: Span) => [high, low - zoneCell.gap]

/**
 * Brings a box that is moved as it is to the edges of others that are near.
 *
 * @param reach - how far that is
 */
export function snapMoved(box: Box, others: readonly Box[], reach: number): Snapped {
  const shiftOf = (span: Span, spans: readonly Span[]) =>
    nearest(
      spans.flatMap((other) => [
        ...lowPlaces(other).map((place) => place - span.low),
        ...highPlaces(other).map((place) => place - span.high),
      ]),
      0,
      reach,
    ) ?? 0
  const x = box.x + shiftOf(spanX(box), others.map(spanX))
  const y = box.y + shiftOf(spanY(box), others.map(spanY))
  const moved = { ...box, x, y }
  return { box: moved, guides: guidesOf(moved, others, { left: true, right: true, top: true, bottom: true }) }
}

/** Brings the edges that are in hand to those of others, and sides to lengths that others have. */
export function snapSized(box: Box, held: HeldEdges, others: readonly Box[], reach: number): Snapped {
  const x = snapSpan(spanX(box), held.left, held.right, [others.map(spanX), zoneCell.w, reach])
  const y = snapSpan(spanY(box), held.top, held.bottom, [others.map(spanY), zoneCell.h, reach])
  const sized = { x: x.low, y: y.low, w: x.high - x.low, h: y.high - y.low }
  return { box: sized, guides: guidesOf(sized, others, held) }
}

function snapSpan(
  span: Span,
  isLowHeld: boolean,
  isHighHeld: boolean,
  [others, usual, reach]: readonly [readonly Span[], number, number],
): Span {
  const lengths = [usual, ...others.map(({ low, high }) => high - low)]
  const low = isLowHeld
    ? nearest(
        [...others.flatMap(lowPlaces), ...(isHighHeld ? [] : lengths.map((length) => span.high - length))],
        span.low,
        reach,
      )
    : undefined
  const from = low ?? span.low
  const high = isHighHeld
    ? nearest([...others.flatMap(highPlaces), ...lengths.map((length) => from + length)], span.high, reach)
    : undefined
  return { low: from, high: high ?? span.high }
}

function nearest(places: readonly number[], to: number, reach: number): number | undefined {
  const distance = (place: number) => Math.abs(place - to)
  const best = places.reduce<number | undefined>(
    (found, place) => (found === undefined || distance(place) < distance(found) ? place : found),
    undefined,
  )
  return best !== undefined && distance(best) <= reach ? best : undefined
}

function guidesOf(box: Box, others: readonly Box[], held: HeldEdges): Guide[] {
  const edges = [
    ...(held.left ? [{ axis: 'x', at: box.x } as const] : []),
    ...(held.right ? [{ axis: 'x', at: box.x + box.w } as const] : []),
    ...(held.top ? [{ axis: 'y', at: box.y } as const] : []),
    ...(held.bottom ? [{ axis: 'y', at: box.y + box.h } as const] : []),
  ]
  return edges.flatMap(({ axis, at }) => {
    const [along, across] = axis === 'x' ? [spanX, spanY] : [spanY, spanX]
    const lined = others.filter((other) => [along(other).low, along(other).high].some((place) => isAt(place, at)))
    if (lined.length === 0) return []
    const spans = [box, ...lined].map(across)
    const from = Math.min(...spans.map(({ low }) => low))
    return [{ axis, at, from, to: Math.max(...spans.map(({ high }) => high)) }]
  })
}

function isAt(place: number, at: number): boolean {
  return Math.abs(place - at) < 0.01
}

/** A board is filled row by row, no wider than this where it is not already. */
const usualColumns = 3

/**
 * Where a box of this size lies over no other, in rows and columns that begin at the corner of those that are there.
 *
 * @param dir - rows begin at the side at which the reader's lines do
 */
export function findFreePlace(
  others: readonly Box[],
  { w, h }: { readonly w: number; readonly h: number },
  dir: 'ltr' | 'rtl',
): { x: number; y: number } {
  if (others.length === 0) return { x: 0, y: 0 }
  const left = Math.min(...others.map(({ x }) => x))
  const top = Math.min(...others.map(({ y }) => y))
  const right = Math.max(...others.map((box) => box.x + box.w))
  const { gap } = zoneCell
  const columns = Math.max(usualColumns, Math.floor((right - left + gap) / (w + gap)))
  const widest = columns * (w + gap) - gap
  const edge = dir === 'rtl' ? Math.max(right, left + widest) : left
  // Each other one keeps at most a row or two from being free.
  for (let row = 0; row <= others.length * 2 + 1; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = dir === 'rtl' ? edge - w - column * (w + gap) : edge + column * (w + gap)
      const place = { x, y: top + row * (h + gap) }
      const room = { x: place.x - gap / 2, y: place.y - gap / 2, w: w + gap, h: h + gap }
      if (!others.some((other) => areOver(room, other))) return place
    }
  }
  return { x: left, y: Math.max(...others.map((box) => box.y + box.h)) + gap }
}

/** The corner at which a reader of that direction looks for a zone's heading: boards are not mirrored, headings are. */
export function whereHeadingBegins({ x, y, w }: Box, dir: 'ltr' | 'rtl'): { readonly x: number; readonly y: number } {
  return { x: dir === 'rtl' ? x + w : x, y }
}
