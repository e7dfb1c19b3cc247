import type { NoteValue } from '#shared/board/note-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { Readable } from '../../sync/readable.ts'
import type { ValueChanges } from './set-values.ts'

/** A field as one note, or several together, stand to it. */
export type FieldState = {
  readonly field: ZoneField
  readonly value: NoteValue | undefined
  /** Several notes say different things. */
  readonly isMixed: boolean
}

export type SelectedNotes = {
  readonly ids: readonly string[]
  /** Of the first one. */
  readonly text: string
  readonly fields: readonly FieldState[]
}

export interface CanvasValues {
  /** Notes that are selected and may be changed, as far as their zone asks for values. */
  readonly selected: Readable<SelectedNotes | undefined>
  /** One step for undo. */
  set(noteIds: readonly string[], changes: ValueChanges): void
}
