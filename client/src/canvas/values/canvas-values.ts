import type { LocalText } from '#shared/board/local-text.ts'
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

/** Where a note lies on the background of its zone. */
export type CellOfNote = {
  readonly index: number
  readonly words: LocalText
  /** Of a table. */
  readonly row: number | undefined
  readonly column: number | undefined
}

export type NoteWithValues = {
  readonly id: string
  readonly text: string
  readonly cell: CellOfNote | undefined
  /** By the key of the field. */
  readonly values: Readonly<Record<string, NoteValue>>
}

/** What the notes of a zone say, for a summary of it; without what is written alone and not revealed. */
export type ZoneValues = {
  readonly key: string
  readonly fields: readonly ZoneField[]
  readonly cells: readonly Pick<CellOfNote, 'index' | 'words'>[]
  /** Heads of a table; undefined for other backgrounds. */
  readonly table: { readonly columns: readonly LocalText[]; readonly rows: readonly LocalText[] } | undefined
  /** In reading order. */
  readonly notes: readonly NoteWithValues[]
}

export type SelectedNotes = {
  readonly zoneId: string
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
  /** Tells what the notes of a zone say: at once, and again when it changes. @returns the stop */
  watchZone(zoneId: string, take: (zone: ZoneValues | undefined) => void): () => void
}
