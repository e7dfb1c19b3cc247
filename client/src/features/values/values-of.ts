import type { NoteValue } from '#shared/board/note-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { NoteWithValues } from '../../canvas/values/canvas-values.ts'

/** What these notes say of a field, those that say something. */
export function valuesOf({ key }: ZoneField, notes: readonly NoteWithValues[]): NoteValue[] {
  return notes.flatMap(({ values }) => values[key] ?? [])
}
