import { maxAmount, maxFieldsPerZone, maxValueLength } from '../limits.ts'
import type { BoardRecord } from './board-records.ts'
import { type ZoneField, zoneFieldValidator } from './zone-fields.ts'
import { isZone } from './zone-shape.ts'

/** What a note carries of a field: a word's `value`, a number, a day as "2026-11-22", or a few words. */
export type NoteValue = string | number

const namePrefix = 'value_'

/**
 * The entry of a note's `meta` that holds its value of a field. One flat entry for each, so that the values that two
 * people set of one note are two keys of the document, and both stay.
 */
export function valueNameOf(fieldKey: string): string {
  return namePrefix + fieldKey.replaceAll('-', '_')
}

export function isValueName(metaName: string): boolean {
  return metaName.startsWith(namePrefix)
}

/** What any field could hold; the least that is asked of a value whose zone has no such field. */
export function isWellFormed(value: unknown): value is NoteValue {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= maxAmount
  return typeof value === 'string' && value.length <= maxValueLength
}

export function isAllowed(field: ZoneField, value: unknown): value is NoteValue {
  if (!isWellFormed(value)) return false
  switch (field.kind) {
    case 'choice':
      return field.options.some((option) => option.value === value)
    case 'scale':
      return Number.isInteger(value) && Number(value) >= field.min && Number(value) <= field.max
    case 'amount':
      return typeof value === 'number'
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'words':
      return typeof value === 'string' && value.trim() !== ''
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The note's value of the field; undefined where it has none, or one that the field does not allow. */
export function readValue(
  field: ZoneField,
  meta: Readonly<Record<string, unknown>> | undefined,
): NoteValue | undefined {
  const value = meta?.[valueNameOf(field.key)]
  return isAllowed(field, value) ? value : undefined
}

export function hasValues(meta: Readonly<Record<string, unknown>> | undefined): boolean {
  return meta !== undefined && Object.keys(meta).some(isValueName)
}

/** What is said of a note in figures and words, without what else its `meta` holds. */
export function valuesOnly(meta: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(meta ?? {}).filter(([name]) => isValueName(name)))
}

/** Of what a note says, what the zone asks for, as a note there carries it. */
export function askedValues(
  zone: Parameters<typeof fieldsOf>[0],
  meta: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, NoteValue>> {
  return Object.fromEntries(
    fieldsOf(zone).flatMap((field) => {
      const value = readValue(field, meta)
      return value === undefined ? [] : [[valueNameOf(field.key), value]]
    }),
  )
}

/** Notes carry values; what else lies in a zone does not. */
export function carriesValues({ typeName, type }: BoardRecord): boolean {
  return typeName === 'shape' && type === 'note'
}

/** Zones change rarely, and each of their notes asks. */
const soundFields = new WeakMap<object, readonly ZoneField[]>()

/** The fields of a zone whose record may be anybody's: what is none is left out. */
export function fieldsOf(
  zone: { readonly typeName?: unknown; readonly type?: unknown; readonly props?: object } | undefined,
): readonly ZoneField[] {
  if (!zone?.props || !isZone(zone) || !('fields' in zone.props)) return []
  const { fields } = zone.props
  if (!Array.isArray(fields)) return []
  const known = soundFields.get(fields)
  if (known) return known
  const sound = fields
    .slice(0, maxFieldsPerZone)
    .filter((field): field is ZoneField => zoneFieldValidator.isValid(field))
  soundFields.set(fields, sound)
  return sound
}

/** @param row - of the background, from 0, in which a note lies; undefined where there are no rows, or in none of them */
export function fieldsInRow(fields: readonly ZoneField[], row: number | undefined): readonly ZoneField[] {
  return fields.filter((field) => field.kind !== 'scale' || field.row === null || field.row === row)
}
