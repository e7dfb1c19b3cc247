import { below, inset, isIn, line, rect } from './marks.ts'
import type { CellKind, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** Room for one line of the size at which it is read from afar. */
export const columnHead = labelSize * 2.5

/** Side by side, each with its heading above a line. */
export function drawColumns({ body, scale, zone: { labels } }: Ground): Drawing {
  const count = Math.max(1, labels.length)
  const w = body.w / count
  const head = columnHead * scale
  const columns = Array.from({ length: count }, (_, i) => ({ ...body, x: body.x + i * w, w }))
  return {
    marks: [
      line(body.x, body.y + head, body.x + body.w, body.y + head),
      ...columns.slice(1).map((column) => line(column.x, body.y, column.x, body.y + body.h)),
    ],
    labels: labelsIn(
      labels,
      columns.map((column) => ({ ...inset(column, 12 * scale), y: column.y, h: head - 6 * scale })),
      labelSize * scale,
      { verticalAlign: 'middle' },
    ),
    notes: inset(below(body, head), 16 * scale),
    cells: cellsOf('column', labels, columns, (column) => inset(below(column, head), 12 * scale)),
  }
}

/** One below the other, named in a first column, or on top where they are high and narrow: notes cover no name. */
export function drawLanes({ body, scale, zone: { labels } }: Ground): Drawing {
  const count = Math.max(1, labels.length)
  const h = body.h / count
  const isHigh = h > 420 * scale && body.w < 4 * h
  const gap = 6 * scale
  const side = Math.min(body.w * 0.23, 340 * scale)
  const top = columnHead * scale
  const lanes = Array.from({ length: count }, (_, i) => ({ ...body, y: body.y + i * h, h }))
  const heads = lanes.map((lane) =>
    isHigh
      ? { ...lane, y: lane.y + gap, h: top - gap }
      : { ...lane, y: lane.y + gap, w: side - gap, h: lane.h - 2 * gap },
  )
  const besideHead = (box: Ground['body']) => (isHigh ? below(box, top) : { ...box, x: box.x + side, w: box.w - side })
  return {
    marks: [
      ...heads.map((box) => rect(box, 12 * scale, 'panel')),
      ...lanes.map((lane) => line(lane.x, lane.y, lane.x + lane.w, lane.y)),
      line(body.x, body.y + body.h, body.x + body.w, body.y + body.h),
    ],
    labels: labelsIn(
      labels,
      // As high as their panels: seen from afar the words fill them.
      heads.map((box) => ({ ...box, x: box.x + 10 * scale, w: box.w - 20 * scale })),
      labelSize * scale,
      { verticalAlign: 'middle' },
    ),
    notes: inset(besideHead(body), 16 * scale),
    cells: cellsOf('lane', labels, lanes, (lane) => inset(besideHead(lane), 10 * scale)),
  }
}

/** Cells that are boxes, each with a label. */
export function cellsOf(
  kind: CellKind,
  labels: Ground['zone']['labels'],
  boxes: readonly Ground['body'][],
  room: (box: Ground['body'], index: number) => Ground['body'],
) {
  return boxes.flatMap((box, index) => {
    const words = labels[index]
    const holds = (place: Point) => isIn(box, place)
    return words ? [{ kind, index, words, box: room(box, index), holds }] : []
  })
}
