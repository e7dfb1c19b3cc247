import { isIn, line, n, path } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** A profile that looks to the right, in parts of its box: the points of cubic curves, three for each. */
const start = [0.24, 1] as const
const outline = [
  [0.27, 0.93, 0.24, 0.88, 0.16, 0.8],
  [0.04, 0.68, 0, 0.56, 0, 0.42],
  [0, 0.16, 0.18, 0, 0.46, 0],
  [0.74, 0, 0.9, 0.14, 0.91, 0.36],
  [0.915, 0.43, 0.9, 0.44, 0.925, 0.5],
  [0.95, 0.56, 1, 0.6, 0.99, 0.63],
  [0.98, 0.65, 0.945, 0.65, 0.94, 0.66],
  [0.93, 0.68, 0.96, 0.7, 0.95, 0.72],
  [0.945, 0.735, 0.93, 0.735, 0.93, 0.745],
  [0.93, 0.76, 0.95, 0.77, 0.94, 0.79],
  [0.93, 0.81, 0.92, 0.81, 0.92, 0.84],
  [0.92, 0.89, 0.88, 0.91, 0.82, 0.91],
  [0.76, 0.91, 0.7, 0.89, 0.67, 0.91],
  [0.64, 0.93, 0.65, 0.97, 0.66, 1],
] as const
/** What of the head is wide enough for notes. */
const inside = { x: 0.1, y: 0.1, w: 0.78, h: 0.72 }
const flattest = 1.5

/** A head in profile, shared by the labels from left to right. */
export function drawHead({ body, scale, zone: { labels } }: Ground): Drawing {
  const w = Math.min(body.w, body.h * flattest)
  const h = Math.min(body.h, w * 1.3)
  const face = { x: body.x + (body.w - w) / 2, y: body.y + (body.h - h) / 2, w, h }
  const at = (x: number, y: number) => `${n(face.x + x * w)} ${n(face.y + y * h)}`
  const room = { x: face.x + inside.x * w, y: face.y + inside.y * h, w: inside.w * w, h: inside.h * h }
  const count = Math.max(1, labels.length)
  const parts = Array.from(
    { length: count },
    (_, i): Box => ({ ...room, x: room.x + (i * room.w) / count, w: room.w / count }),
  )
  const head = Math.min(labelSize * 1.6 * scale, room.h * 0.2)
  const gap = 12 * scale
  return {
    marks: [
      path(
        `M${at(...start)}${outline.map(([a, b, c, d, e, f]) => `C${at(a, b)} ${at(c, d)} ${at(e, f)}`).join('')}`,
        'sunken',
      ),
      ...parts.slice(1).map(({ x, y, h: height }) => line(x, y, x, y + height, 'dashed')),
    ],
    labels: labelsIn(
      labels,
      parts.map((part) => ({ ...part, x: part.x + gap, w: part.w - 2 * gap, h: head })),
      labelSize * scale,
      { align: 'middle', verticalAlign: 'middle' },
    ),
    notes: { ...room, y: room.y + head, h: room.h - head },
    cells: parts.flatMap((part, index) => {
      const words = labels[index]
      const [from, to] = [index === 0 ? face.x : part.x, index === count - 1 ? face.x + w : part.x + part.w]
      const reach = { ...face, x: from, w: to - from }
      const box = { x: part.x + gap, y: part.y + head, w: part.w - 2 * gap, h: part.h - head }
      const holds = (place: Point) => isIn(reach, place)
      return words ? [{ kind: 'part' as const, index, words, box, holds }] : []
    }),
  }
}
