import type { Editor, TLShape } from 'tldraw'
import { fieldsBesidePlace } from '#shared/board/axis-values.ts'
import { cellAt } from '#shared/board/drawing/cell-at.ts'
import type { ZoneCell } from '#shared/board/drawing/plan.ts'
import { fieldsInRow, fieldsOf } from '#shared/board/note-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { isNote } from '../note/is-note.ts'
import { isZoneShape, type ZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** What the zone asks of this note, where it lies now; nothing of what is no note, or lies outside of zones. */
export function fieldsOfNote(editor: Editor, shape: TLShape): readonly ZoneField[] {
  if (!isNote(shape)) return []
  const zone = editor.findShapeAncestor(shape, isZoneShape)
  const fields = fieldsOf(zone)
  // Where it lies is asked only where it matters: who asks asks again whenever it moves.
  const isByRow = fields.some((field) => field.kind === 'scale' && field.row !== null)
  return isByRow && isZoneShape(zone) ? fieldsInRow(fields, cellOf(editor, shape, zone)?.row) : fields
}

/** Of these, what is written on the note. */
export function writtenFields(editor: Editor, shape: TLShape): readonly ZoneField[] {
  const fields = fieldsOfNote(editor, shape)
  const zone = fields.length > 0 ? editor.findShapeAncestor(shape, isZoneShape) : undefined
  return isZoneShape(zone) ? fieldsBesidePlace(fields, zone.props) : fields
}

/** The part of the zone's background in which a shape lies. */
export function cellOf(editor: Editor, shape: TLShape, zone: ZoneShape & TLShape): ZoneCell | undefined {
  const bounds = editor.getShapePageBounds(shape)
  const origin = editor.getShapePageBounds(zone)
  if (!bounds || !origin) return undefined
  const { x, y, w, h } = bounds
  return cellAt(zone.props, { x: x - origin.x, y: y - origin.y, w, h })
}
