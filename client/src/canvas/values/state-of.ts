import type { TLShape } from 'tldraw'
import { type NoteValue, readValue } from '#shared/board/note-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { FieldState } from './canvas-values.ts'

/** How one note, or several together, stand to a field. */
export function stateOf(field: ZoneField, notes: readonly Pick<TLShape, 'meta'>[]): FieldState {
  const values = new Set<NoteValue | undefined>(notes.map(({ meta }) => readValue(field, meta)))
  const [value] = values
  return values.size === 1 ? { field, value, isMixed: false } : { field, value: undefined, isMixed: true }
}
