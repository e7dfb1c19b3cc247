import type { ZoneLive } from './live.ts'
import { ellipse, line, n, path } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** How far a slice is filled whose notes say poor, and how much further each step to good fills it. */
const rings = [1 / 3, 2 / 3, 1] as const
/** Where from the middle the words stand, and where notes begin. */
const [wordsAt, notesAt] = [0.77, 0.42]

type Slice = { readonly middle: number; readonly half: number }

/**
 * A slice for each label, clockwise from the top. Where notes are asked to rate, each slice is filled as far as it
 * stands: to the first ring where all say poor, to the rim where all say good.
 */
export function drawWheel({ body, scale, zone: { labels } }: Ground, { standings = [] }: ZoneLive): Drawing {
  const count = Math.max(1, labels.length)
  const [rx, ry] = [Math.min(body.w / 2, body.h * 0.95), body.h / 2]
  const hub = { x: body.x + body.w / 2, y: body.y + ry }
  const half = Math.PI / count
  const slices = Array.from({ length: count }, (_, i): Slice => ({ middle: -Math.PI / 2 + 2 * half * i, half }))
  const at = (angle: number, part: number): Point => ({
    x: hub.x + rx * part * Math.cos(angle),
    y: hub.y + ry * part * Math.sin(angle),
  })
  /** Round a place in the slice, as large as leaves its corners in it. */
  const roomIn = (
    slice: Slice,
    part: number,
    wanted: { readonly w: number; readonly h: number },
    isHigh: boolean,
  ): Box => {
    const centre = at(slice.middle, part)
    let { w, h } = wanted
    const fits = () =>
      [-1, 1].every((right) =>
        [-1, 1].every((down) => {
          const [u, v] = [(centre.x - hub.x + (right * w) / 2) / rx, (centre.y - hub.y + (down * h) / 2) / ry]
          return Math.hypot(u, v) <= 0.985 && awayFrom(slice.middle, Math.atan2(v, u)) <= slice.half * 0.97
        }),
      )
    for (let tries = 0; tries < 60 && !fits(); tries += 1) {
      w *= 0.95
      if (!isHigh) h *= 0.95
    }
    return { x: centre.x - w / 2, y: centre.y - h / 2, w, h }
  }
  const lines = Math.min(labelSize * 3.4 * scale, ry * 0.26)
  const names = slices.map((slice) => roomIn(slice, wordsAt, { w: rx * 0.8, h: lines }, true))
  const rooms = slices.map((slice) => roomIn(slice, notesAt, { w: rx * 0.6, h: ry * 0.6 }, false))
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
      const [words, box] = [labels[index], rooms[index]]
      const holds = ({ x, y }: Point) => {
        const [u, v] = [(x - hub.x) / rx, (y - hub.y) / ry]
        return Math.hypot(u, v) <= 1 && awayFrom(middle, Math.atan2(v, u)) <= half
      }
      return words && box ? [{ kind: 'part' as const, index, words, box, holds }] : []
    }),
  }
}

/** Between two angles, the short way round. */
function awayFrom(a: number, b: number): number {
  const away = Math.abs(a - b) % (2 * Math.PI)
  return Math.min(away, 2 * Math.PI - away)
}
