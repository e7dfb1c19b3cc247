import type { Editor, TLShape } from 'tldraw'
import { fieldsInRow, fieldsOf } from '#shared/board/note-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { isNote } from '../note/is-note.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** What the zone asks of this note, where it lies now; nothing of what is no note, or lies outside of zones. */
export function fieldsOfNote(editor: Editor, shape: TLShape): readonly ZoneField[] {
  if (!isNote(shape)) return []
  const zone = editor.findShapeAncestor(shape, isZoneShape)
  const fields = fieldsOf(zone)
  return fields.length === 0 ? fields : fieldsInRow(fields, undefined)
}
