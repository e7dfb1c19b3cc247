import type { ChoiceField, ScaleField } from '../zone-fields.ts'
import type { PlannedZone } from './plan.ts'

/** What a background draws of the notes that lie on it. */
export type ZoneLive = {
  /** The mean of each stage of a journey; undefined where nobody has said anything. */
  readonly means?: readonly (number | undefined)[]
  /** For each row of a table in how many of its columns there is a note. */
  readonly counts?: readonly number[]
  /** How well each slice of a wheel stands, from 0 to 1; undefined where nobody has said anything. */
  readonly standings?: readonly (number | undefined)[]
}

/** The scale whose notes a journey draws as a curve: the first that belongs to one row. */
export function curveField({ background, fields, rows }: PlannedZone): (ScaleField & { row: number }) | undefined {
  if (background !== 'journey') return undefined
  for (const field of fields ?? []) {
    if (field.kind !== 'scale' || field.row === null) continue
    const { row, min, max } = field
    if (Number.isInteger(row) && row >= 0 && row < (rows?.length ?? 0) && max > min) return { ...field, row }
  }
  return undefined
}

/** The choice by which a wheel's slices are filled: the first that tells good from poor. */
export function ratedField({ background, fields }: PlannedZone): ChoiceField | undefined {
  if (background !== 'wheel') return undefined
  for (const field of fields ?? []) {
    if (field.kind !== 'choice') continue
    const tones = field.options.map(({ tone }) => tone)
    if (tones.includes('good') && tones.includes('poor')) return field
  }
  return undefined
}

/** Whether what the background shows depends on its notes. */
export function isLive(zone: PlannedZone): boolean {
  return hasCounts(zone) || curveField(zone) !== undefined || ratedField(zone) !== undefined
}

export function hasCounts({ background, counts }: PlannedZone): boolean {
  return background === 'table' && counts === 'columns'
}
