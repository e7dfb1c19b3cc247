import type { LocalText } from '../local-text.ts'
import { inset, isIn, line, rect } from './marks.ts'
import type { Box, Drawing, Ground, ZoneCell } from './plan.ts'
import { combine, labelSize, labelsIn, smallSize } from './words.ts'

export type TablePlan = Drawing & {
  /** Where each row lies, heads not included. */
  readonly rows: readonly Box[]
  readonly columns: readonly Box[]
}

export type TableOptions = {
  readonly columnName: 'column' | 'stage'
  /** How high a row is beside one of 1. */
  readonly weights?: (row: number) => number
  /** Of each row, in how many columns there is a note: said at its end. An empty list keeps the room for it. */
  readonly counts?: readonly number[] | undefined
}

/** Heads on top and in a first column, quiet lines between; `dividers` are lines with a name. */
export function drawTable({ body, scale, zone }: Ground, { columnName, weights, counts }: TableOptions): TablePlan {
  const rowTexts = zone.rows ?? []
  const head = { w: Math.min(body.w * 0.18, 330 * scale), h: Math.min(body.h * 0.2, 104 * scale) }
  const gap = 6 * scale
  const ends = counts ? Math.min(body.w * 0.12, 170 * scale) : 0
  const grid = {
    x: body.x + head.w,
    y: body.y + head.h,
    w: Math.max(0, body.w - head.w - ends),
    h: Math.max(0, body.h - head.h),
  }
  const divided = dividersOf(zone.dividers, rowTexts.length)
  const rows = rowBoxes(
    grid,
    rowTexts.map((_, i) => weights?.(i) ?? 1),
    divided,
    dividerHeight * scale,
  )
  const columns = columnBoxes(grid, Math.max(1, zone.labels.length))
  const columnHeads = columns.map(({ x, w }) => ({ x: x + gap, y: body.y, w: w - 2 * gap, h: head.h - gap }))
  const rowHeads = rows.map(({ y, h }) => ({ x: body.x, y: y + gap, w: head.w - gap, h: h - 2 * gap }))
  const dividers = rows.flatMap((row, i) => {
    const text = divided.get(i)
    return text
      ? [
          {
            text,
            y: row.y,
            box: { x: body.x, y: row.y - dividerHeight * scale, w: body.w, h: (dividerHeight - 4) * scale },
          },
        ]
      : []
  })
  const right = body.x + body.w
  return {
    rows,
    columns,
    marks: [
      ...columnHeads.map((box) => rect(box, 12 * scale, 'panel')),
      ...rowHeads.map((box) => rect(box, 12 * scale, 'panel')),
      ...rows.flatMap((row) => (dividers.some(({ y }) => y === row.y) ? [] : [line(body.x, row.y, right, row.y)])),
      line(body.x, body.y + body.h, right, body.y + body.h),
      ...columns.map(({ x }) => line(x, grid.y, x, body.y + body.h)),
      ...dividers.map(({ y }) => line(body.x, y, right, y, 'dashed')),
    ],
    labels: [
      ...labelsIn(
        zone.labels,
        columnHeads.map((box) => inset(box, 10 * scale)),
        labelSize * 0.9 * scale,
        middle,
      ),
      ...labelsIn(
        rowTexts,
        rowHeads.map((box) => inset(box, 12 * scale)),
        labelSize * 0.84 * scale,
        {
          verticalAlign: 'middle',
        },
      ),
      ...labelsIn(
        dividers.map(({ text }) => text),
        dividers.map(({ box }) => box),
        smallSize * 0.9 * scale,
        { verticalAlign: 'end', weight: 'plain' },
      ),
      ...labelsIn(
        (counts ?? []).map((count) => countWords(count, columns.length)),
        rows.map(({ y, h }) => ({ x: right - ends + gap, y, w: ends - gap, h })),
        smallSize * scale,
        middle,
      ),
    ],
    notes: inset(grid, 12 * scale),
    cells: rows.flatMap((row, r) =>
      columns.map((column, c): ZoneCell => {
        const box = { x: column.x, y: row.y, w: column.w, h: row.h }
        return {
          ...{ kind: 'cell', index: r * columns.length + c, column: c, row: r, box: inset(box, 8 * scale) },
          words: placeWords(zone.labels[c], rowTexts[r], columnName),
          holds: (place) => isIn(box, place),
        }
      }),
    ),
  }
}

const dividerHeight = 62
const middle = { align: 'middle', verticalAlign: 'middle' } as const

function dividersOf(dividers: Ground['zone']['dividers'], count: number): ReadonlyMap<number, LocalText> {
  return new Map((dividers ?? []).flatMap(({ row, label }) => (row >= 0 && row < count ? [[row, label] as const] : [])))
}

function rowBoxes(grid: Box, weights: readonly number[], divided: ReadonlyMap<number, unknown>, room: number): Box[] {
  const unit =
    Math.max(0, grid.h - divided.size * room) /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    )
  let y = grid.y
  return weights.map((weight, i) => {
    if (divided.has(i)) y += room
    const row = { ...grid, y, h: unit * weight }
    y += row.h
    return row
  })
}

function columnBoxes(grid: Box, count: number): Box[] {
  const w = grid.w / count
  return Array.from({ length: count }, (_, i) => ({ ...grid, x: grid.x + i * w, w }))
}

const columnWords: Readonly<Record<'column' | 'stage', LocalText>> = {
  column: { en: 'Column', ar: 'العمود' },
  stage: { en: 'Stage', ar: 'المرحلة' },
}

/** "Column: Today, row: Pains". */
function placeWords(column: LocalText | undefined, row: LocalText | undefined, kind: 'column' | 'stage'): LocalText {
  return combine([columnWords[kind], column ?? { en: '' }, row ?? { en: '' }], ([name, at, of], locale) =>
    locale.startsWith('ar') ? `${name}: ${at}، الصف: ${of}` : `${name}: ${at}, row: ${of}`,
  )
}

/** "3 of 5". */
export function countWords(count: number, all: number): LocalText {
  return { en: `${count} of ${all}`, ar: `${count} من ${all}` }
}
