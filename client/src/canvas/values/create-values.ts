import { type Editor, react, type TLShape } from 'tldraw'
import { type NoteValue, readValue } from '#shared/board/note-values.ts'
import { plainText } from '#shared/board/rich-text.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { createWritable } from '../../sync/readable.ts'
import { shareStructure } from '../binding/share-structure.ts'
import { isNote } from '../note/is-note.ts'
import type { CanvasValues, FieldState, SelectedNotes } from './canvas-values.ts'
import { fieldsOfNote } from './note-fields.ts'
import { setValues } from './set-values.ts'

export function createValues(editor: Editor): { readonly values: CanvasValues; stop(): void } {
  const selected = createWritable<SelectedNotes | undefined>(undefined)
  const stop = react('values of what is selected', () => {
    selected.set(shareStructure(selected.get(), readSelected(editor)))
  })
  return { values: { selected, set: (ids, changes) => setValues(editor, ids, changes) }, stop }
}

function readSelected(editor: Editor): SelectedNotes | undefined {
  if (editor.getIsReadonly()) return undefined
  const notes = editor.getSelectedShapes()
  const [first] = notes
  if (!first || !isNote(first)) return undefined
  if (notes.some((note) => !isNote(note) || editor.isShapeOrAncestorLocked(note))) return undefined
  const fields = fieldsOfNote(editor, first).filter((field) =>
    notes.every((note) => fieldsOfNote(editor, note).includes(field)),
  )
  if (fields.length === 0) return undefined
  return {
    ids: notes.map(({ id }) => id),
    text: plainText(first.props.richText).trim(),
    fields: fields.map((field) => stateOf(field, notes)),
  }
}

/** How one note, or several together, stand to a field. */
export function stateOf(field: ZoneField, notes: readonly Pick<TLShape, 'meta'>[]): FieldState {
  const values = new Set<NoteValue | undefined>(notes.map(({ meta }) => readValue(field, meta)))
  const [value] = values
  return values.size === 1 ? { field, value, isMixed: false } : { field, value: undefined, isMixed: true }
}
