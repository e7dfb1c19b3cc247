import { curveField, type ZoneLive } from './live.ts'
import { ellipse, line, path, smoothLine } from './marks.ts'
import type { Box, Drawing, Ground, Point, ZoneCell } from './plan.ts'
import { drawTable } from './table.ts'
import { labelsIn, numbered, smallSize } from './words.ts'

/** A row with a curve is so much higher: the curve has its upper part, the notes that it is drawn from the lower. */
const curveRow = { weight: 1.8, part: 0.45 }

/** A table of stages; in one row the means of a scale are a curve from stage to stage, with a line at zero. */
export function drawJourney(ground: Ground, live: ZoneLive = {}): Drawing {
  const { scale, zone } = ground
  const field = curveField(zone)
  const table = drawTable(ground, {
    columnName: 'stage',
    weights: (row) => (row === field?.row ? curveRow.weight : 1),
  })
  const row = field && table.rows[field.row]
  if (!field || !row) return table
  const strip = { ...row, h: row.h * curveRow.part }
  const edge = Math.min(26 * scale, strip.h * 0.2)
  const heightOf = (value: number) =>
    strip.y + edge + ((field.max - value) / (field.max - field.min)) * (strip.h - 2 * edge)
  const middle = Math.min(field.max, Math.max(field.min, 0))
  const zero = heightOf(middle === field.min || middle === field.max ? (field.min + field.max) / 2 : 0)
  const points = table.columns.flatMap(({ x, w }, i): Point[] => {
    const mean = live.means?.[i]
    return mean === undefined ? [] : [{ x: x + w / 2, y: heightOf(mean) }]
  })
  const size = Math.min(smallSize * 0.9 * scale, edge * 1.4)
  const ends: { value: number; box: Box }[] = [field.max, field.min].map((value) => ({
    value,
    box: { x: strip.x + 8 * scale, y: heightOf(value) - size * 0.7, w: 3 * size, h: size * 1.4 },
  }))
  return {
    ...table,
    marks: [
      ...(table.marks ?? []),
      line(strip.x, zero, strip.x + strip.w, zero, 'dashed'),
      ...(points.length > 1 ? [path(smoothLine(points), 'curve')] : []),
      ...points.map(({ x, y }) => path(ellipse(x, y, 12 * scale, 12 * scale), 'dot')),
    ],
    labels: [
      ...(table.labels ?? []),
      ...ends.flatMap(({ value, box }) =>
        labelsIn([signed(value)], [box], size, { align: 'left', verticalAlign: 'middle', weight: 'plain' }),
      ),
    ],
    cells: (table.cells ?? []).map((cell): ZoneCell => {
      if (cell.row !== field.row) return cell
      return { ...cell, box: { ...cell.box, y: strip.y + strip.h, h: Math.max(0, row.h - strip.h - 8 * scale) } }
    }),
  }
}

function signed(value: number) {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  const { en, ar = en } = numbered({ en: '', ar: '' }, Math.abs(value))
  // A sign before a number of another direction would go to its other side.
  return { en: `${sign}${en}`, ar: `\u2066${sign}${ar}\u2069` }
}
