import { overlaps } from '../box.ts'
import type { ZoneLive } from './live.ts'
import { ellipse, line, n, path } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { roomsInRows, stretchesIn } from './rows.ts'
import { labelSize, labelsIn } from './words.ts'

/** How far a slice is filled whose notes say poor, and how much further each step to good fills it. */
const rings = [1 / 3, 2 / 3, 1] as const
/** Where from the middle the words stand, and where there may be room for notes. */
const wordsAt = 0.77
const notesAt = [0.36, 0.4, 0.44, 0.48, 0.52, 0.56] as const

type Slice = { readonly middle: number }

/**
 * A slice for each label, clockwise from the top. Where notes are asked to rate, each slice is filled as far as it
 * stands: to the first ring where all say poor, to the rim where all say good.
 */
export function drawWheel({ body, scale, zone: { labels } }: Ground, { standings = [] }: ZoneLive): Drawing {
  const count = Math.max(1, labels.length)
  const [rx, ry] = [Math.min(body.w / 2, body.h * 0.95), body.h / 2]
  const hub = { x: body.x + body.w / 2, y: body.y + ry }
  const half = Math.PI / count
  const slices = Array.from({ length: count }, (_, i): Slice => ({ middle: -Math.PI / 2 + 2 * half * i }))
  const at = (angle: number, part: number): Point => ({
    x: hub.x + rx * part * Math.cos(angle),
    y: hub.y + ry * part * Math.sin(angle),
  })
  const isInSlice = ({ middle }: Slice, { x, y, w, h }: Box) =>
    [x, x + w].every((across) =>
      [y, y + h].every((down) => {
        const [u, v] = [(across - hub.x) / rx, (down - hub.y) / ry]
        return Math.hypot(u, v) <= 0.985 && awayFrom(middle, Math.atan2(v, u)) <= half * 0.97
      }),
    )
  const round = ({ middle }: Slice, part: number, w: number, h: number): Box => {
    const { x, y } = at(middle, part)
    return { x: x - w / 2, y: y - h / 2, w, h }
  }
  const edge = 10 * scale
  const lines = Math.min(labelSize * 3.4 * scale, ry * 0.26)
  const names = slices.map((slice) =>
    firstThat(
      (box) => isInSlice(slice, box),
      (by) => round(slice, wordsAt, rx * 0.8 * by, lines),
    ),
  )
  // The largest square between the hub and the words.
  const squares = slices.map((slice, i) =>
    notesAt
      .map((part) =>
        firstThat(
          (box) => isInSlice(slice, box) && !(names[i] && overlaps(box, names[i])),
          (by) => round(slice, part, ry * by, ry * by),
        ),
      )
      .reduce((best, box) => (box.w > best.w ? box : best)),
  )
  return {
    marks: [
      path(ellipse(hub.x, hub.y, rx, ry), 'sunken'),
      ...slices.flatMap(({ middle }, i) => {
        const standing = standings[i]
        if (standing === undefined) return []
        const part = rings[0] + (1 - rings[0]) * standing
        const [from, to] = [at(middle - half, part), at(middle + half, part)]
        return path(
          `M${n(hub.x)} ${n(hub.y)}L${n(from.x)} ${n(from.y)}A${n(rx * part)} ${n(ry * part)} 0 0 1 ${n(to.x)} ${n(to.y)}Z`,
          'filled',
        )
      }),
      ...rings.slice(0, -1).map((part) => path(ellipse(hub.x, hub.y, rx * part, ry * part), 'dashed')),
      ...slices.map(({ middle }) => {
        const rim = at(middle + half, 1)
        return line(hub.x, hub.y, rim.x, rim.y)
      }),
    ],
    labels: labelsIn(labels, names, labelSize * scale, { align: 'middle', verticalAlign: 'middle' }),
    notes: { x: hub.x - rx * Math.SQRT1_2, y: hub.y - ry * Math.SQRT1_2, w: rx * Math.SQRT2, h: ry * Math.SQRT2 },
    cells: slices.flatMap(({ middle }, index) => {
      const [words, box] = [labels[index], squares[index]]
      const holds = ({ x, y }: Point) => {
        const [u, v] = [(x - hub.x) / rx, (y - hub.y) / ry]
        return Math.hypot(u, v) <= 1 && awayFrom(middle, Math.atan2(v, u)) <= half
      }
      const name = names[index]
      const isClear = ({ x, y, h }: Box) =>
        [y, y + h].every((down) => isInSlice({ middle }, { x, y: down, w: 0, h: 0 })) &&
        !(name && overlaps({ x: x - edge, y, w: 2 * edge, h }, name))
      const rim = [-1, -0.5, 0, 0.5, 1].map((part) => at(middle + half * part, 1))
      const [left, right] = extentOf([hub, ...rim].map(({ x }) => x))
      const [top, bottom] = extentOf([hub, ...rim].map(({ y }) => y))
      const across = { x: left, w: right - left }
      const clearIn = ({ y, h }: Pick<Box, 'y' | 'h'>) => stretchesIn(across, h / 12, (x) => isClear({ x, y, w: 0, h }))
      const rooms = roomsInRows({ top, bottom, middle: hub.y, clearIn })
      return words && box ? [{ kind: 'slice' as const, index, words, box, ...rooms, holds }] : []
    }),
  }
}

/** The largest that will do, of ever smaller ones. */
function firstThat(isFit: (box: Box) => boolean, make: (by: number) => Box): Box {
  let by = 1
  while (by > 0.05 && !isFit(make(by))) by *= 0.95
  return make(by)
}

/** Between two angles, the short way round. */
function awayFrom(a: number, b: number): number {
  const away = Math.abs(a - b) % (2 * Math.PI)
  return Math.min(away, 2 * Math.PI - away)
}

function extentOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
