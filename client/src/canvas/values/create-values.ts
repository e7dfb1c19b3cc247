import { type Editor, react } from 'tldraw'
import { plainText } from '#shared/board/rich-text.ts'
import { createWritable } from '../../sync/readable.ts'
import { shareStructure } from '../binding/share-structure.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { watch } from '../handle/watch.ts'
import { isNote } from '../note/is-note.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { CanvasValues, SelectedNotes } from './canvas-values.ts'
import { fieldsOfNote } from './note-fields.ts'
import { readZoneValues } from './read-zone-values.ts'
import { setValues } from './set-values.ts'
import { stateOf } from './state-of.ts'

export function createValues(editor: Editor, context: CanvasContext): { readonly values: CanvasValues; stop(): void } {
  const selected = createWritable<SelectedNotes | undefined>(undefined)
  const stop = react('values of what is selected', () => {
    selected.set(shareStructure(selected.get(), readSelected(editor)))
  })
  return {
    values: {
      selected,
      set: (ids, changes) => setValues(editor, ids, changes),
      watchZone(zoneId, take) {
        const zone = watch('values of a zone', () => readZoneValues(editor, context, zoneId))
        const stop = zone.value.subscribe(() => take(zone.value.get()))
        take(zone.value.get())
        return () => {
          stop()
          zone.stop()
        }
      },
    },
    stop,
  }
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
    zoneId: editor.findShapeAncestor(first, isZoneShape)?.id ?? '',
    ids: notes.map(({ id }) => id),
    text: plainText(first.props.richText).trim(),
    fields: fields.map((field) => stateOf(field, notes)),
  }
}
