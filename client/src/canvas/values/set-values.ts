import { type Editor, isShapeId, type TLShape } from 'tldraw'
import { isAllowed, type NoteValue, valueNameOf } from '#shared/board/note-values.ts'
import { isNote } from '../note/is-note.ts'
import { movedTo } from './axes.ts'
import { fieldsOfNote } from './note-fields.ts'

/** By the key of a field; undefined takes the value away. */
export type ValueChanges = Readonly<Record<string, NoteValue | undefined>>

/** Sets values of notes as one step for undo. A note that is not asked for one, or is not hers to change, is left. */
export function setValues(editor: Editor, noteIds: readonly string[], changes: ValueChanges): void {
  if (editor.getIsReadonly()) return
  const changed = noteIds.flatMap((id) => {
    const note = isShapeId(id) ? editor.getShape(id) : undefined
    if (!note || editor.isShapeOrAncestorLocked(note)) return []
    const next = withValues(editor, note, changes)
    return next === note ? [] : [next]
  })
  if (changed.length === 0) return
  editor.markHistoryStoppingPoint('set value')
  // An entry of `meta` can only be taken away with the whole record: `updateShape` knows no way to.
  editor.run(() => editor.store.put(changed))
}

function withValues(editor: Editor, note: TLShape, changes: ValueChanges): TLShape {
  const meta = { ...note.meta }
  const places = new Map<string, number>()
  let isChanged = false
  for (const field of fieldsOfNote(editor, note)) {
    if (!Object.hasOwn(changes, field.key)) continue
    const name = valueNameOf(field.key)
    const value = changes[field.key]
    if (value !== undefined && !isAllowed(field, value)) continue
    if (value === meta[name]) continue
    isChanged = true
    if (value === undefined) delete meta[name]
    else meta[name] = value
    if (typeof value === 'number') places.set(field.key, value)
  }
  if (!isChanged) return note
  return { ...(isNote(note) ? movedTo(editor, note, places) : note), meta }
}
