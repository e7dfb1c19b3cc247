import { columnHead } from './columns.ts'
import { below, inset, isIn, line, n, path, rect, tiles } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** Columns through which cards travel, with a small arrow from each to the next. */
export function drawKanban({ body, scale, zone }: Ground): Drawing {
  const count = Math.max(1, zone.labels.length)
  const gap = 44 * scale
  const head = columnHead * scale
  const columns = tiles(count, count, body, gap)
  const arrow = 9 * scale
  return {
    marks: columns.flatMap((column, i) => [
      rect(column, 20 * scale, 'sunken'),
      line(column.x, column.y + head, column.x + column.w, column.y + head),
      ...(i === 0
        ? []
        : [
            path(
              `M${n(column.x - gap / 2 - arrow)} ${n(column.y + head / 2 - 2 * arrow)}l${n(2 * arrow)} ${n(2 * arrow)}l${n(-2 * arrow)} ${n(2 * arrow)}`,
              'axis',
            ),
          ]),
    ]),
    labels: labelsIn(
      zone.labels,
      columns.map((column) => ({ ...inset(column, 18 * scale), y: column.y, h: head })),
      labelSize * scale,
      { verticalAlign: 'middle' },
    ),
    notes: inset(below(body, head), 16 * scale),
    cells: columns.flatMap((column, index) => {
      const words = zone.labels[index]
      const reach = { ...column, x: column.x - gap / 2, w: column.w + gap }
      return words
        ? [
            {
              ...{ kind: 'column' as const, index, words, box: inset(below(column, head), 14 * scale) },
              holds: (place: { x: number; y: number }) => isIn(reach, place),
            },
          ]
        : []
    }),
  }
}
