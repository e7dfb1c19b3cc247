import type { NoteValue } from './note-values.ts'
import type { ZoneField } from './zone-fields.ts'

/** What the notes of a zone, or of a part of it, say of one field. Counted when it is asked for, and never stored. */
export type ValueSummary = {
  readonly field: ZoneField
  /** How many notes carry a value. */
  readonly count: number
  /** Of a choice each of its words, of a scale each of its steps, in their order, also those that nobody chose. */
  readonly shares: readonly { readonly value: NoteValue; readonly count: number }[]
  /** Of a scale or an amount. */
  readonly mean: number | undefined
  /** Of an amount. */
  readonly sum: number | undefined
  /** The least and the most; of a date the first and the last day. */
  readonly spread: readonly [least: NoteValue, most: NoteValue] | undefined
  /** People differ: what they say of one thing is far apart. */
  readonly isSplit: boolean
}

export function summariseValues(field: ZoneField, values: readonly NoteValue[]): ValueSummary {
  const numbers = values.filter((value) => typeof value === 'number')
  const sum = numbers.reduce((all, value) => all + value, 0)
  const isCounted = field.kind === 'scale' || field.kind === 'amount'
  return {
    field,
    count: values.length,
    shares: stepsOf(field).map((value) => ({ value, count: values.filter((each) => each === value).length })),
    mean: isCounted && numbers.length > 0 ? sum / numbers.length : undefined,
    sum: field.kind === 'amount' && numbers.length > 0 ? sum : undefined,
    spread: spreadOf(field, values),
    isSplit: isSplit(field, values),
  }
}

function stepsOf(field: ZoneField): readonly NoteValue[] {
  switch (field.kind) {
    case 'choice':
      return field.options.map(({ value }) => value)
    case 'scale':
      return field.max - field.min > mostSteps
        ? []
        : Array.from({ length: field.max - field.min + 1 }, (_, i) => field.min + i)
    case 'amount':
    case 'date':
    case 'words':
      return []
  }
}

/** A scale of more steps is told by its mean and its spread alone. */
const mostSteps = 20

function spreadOf(field: ZoneField, values: readonly NoteValue[]): ValueSummary['spread'] {
  if (field.kind === 'choice' || field.kind === 'words' || values.length === 0) return undefined
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const [least] = sorted
  const most = sorted.at(-1)
  return least === undefined || most === undefined ? undefined : [least, most]
}

/** Half of the scale between two people, or one who says good where another says poor. */
function isSplit(field: ZoneField, values: readonly NoteValue[]): boolean {
  if (values.length < 2) return false
  if (field.kind === 'scale') {
    const numbers = values.map(Number)
    return field.max - field.min >= 2 && Math.max(...numbers) - Math.min(...numbers) >= (field.max - field.min) / 2
  }
  if (field.kind !== 'choice') return false
  const tones = new Set(field.options.filter(({ value }) => values.includes(value)).map(({ tone }) => tone))
  return tones.has('good') && tones.has('poor')
}

/**
 * How well a part of the zone stands, from 0 to 1; undefined where nobody has said, or where the field does not say what
 * is good: a choice by its tones, a scale from its least to its most.
 */
export function standingOf({ field, shares, mean }: ValueSummary): number | undefined {
  if (field.kind === 'scale') return mean === undefined ? undefined : (mean - field.min) / (field.max - field.min)
  if (field.kind !== 'choice') return undefined
  let [sum, count] = [0, 0]
  for (const option of field.options) {
    const worth = worths[option.tone]
    if (worth === undefined) continue
    const chosen = shares.find(({ value }) => value === option.value)?.count ?? 0
    sum += worth * chosen
    count += chosen
  }
  return count === 0 ? undefined : sum / count
}

const worths = { good: 1, fair: 0.5, poor: 0, neutral: undefined } as const

/** How many of all say the best of a choice's words ("3 of 8 adequate"); undefined where none of them is good. */
export function shareOfGood({
  field,
  shares,
  count,
}: ValueSummary): { readonly value: NoteValue; readonly count: number; readonly of: number } | undefined {
  if (field.kind !== 'choice') return undefined
  const good = field.options.find(({ tone }) => tone === 'good')
  const share = good && shares.find(({ value }) => value === good.value)
  return share && { ...share, of: count }
}

/** A value with the row and the column of the table it was said in. */
export type PlacedValue = { readonly row: number; readonly column: number; readonly value: NoteValue }

export type TableSummary = {
  readonly rows: readonly ValueSummary[]
  readonly columns: readonly ValueSummary[]
  /** By row, then by column. */
  readonly cells: readonly (readonly ValueSummary[])[]
  /** Where it stands worst, several where they are level; none where all stand alike. */
  readonly weakest: readonly { readonly row: number; readonly column: number }[]
}

export function summariseTable(
  field: ZoneField,
  values: readonly PlacedValue[],
  size: { readonly rows: number; readonly columns: number },
): TableSummary {
  const sum = (isMeant: (placed: PlacedValue) => boolean) =>
    summariseValues(
      field,
      values.filter(isMeant).map(({ value }) => value),
    )
  const count = (length: number) => Array.from({ length }, (_, i) => i)
  const cells = count(size.rows).map((row) =>
    count(size.columns).map((column) => sum((placed) => placed.row === row && placed.column === column)),
  )
  return {
    rows: count(size.rows).map((row) => sum((placed) => placed.row === row)),
    columns: count(size.columns).map((column) => sum((placed) => placed.column === column)),
    cells,
    weakest: weakestOf(cells),
  }
}

function weakestOf(cells: TableSummary['cells']): TableSummary['weakest'] {
  const standings = cells.flatMap((line, row) =>
    line.flatMap((summary, column) => {
      const standing = standingOf(summary)
      return standing === undefined ? [] : [{ row, column, standing }]
    }),
  )
  const least = Math.min(...standings.map(({ standing }) => standing))
  const weakest = standings.filter(({ standing }) => standing === least)
  return weakest.length === standings.length ? [] : weakest.map(({ row, column }) => ({ row, column }))
}
