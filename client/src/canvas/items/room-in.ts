import type { Editor, TLShape } from 'tldraw'
import { hasValues } from '#shared/board/note-values.ts'
import { type Room, roomOf } from '#shared/board/zone-room.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { isNote } from '../note/is-note.ts'
import { chipsEnd, planChips } from '../values/plan-chips.ts'
import type { ZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** What is free in a zone, as one thing after another is put into it. */
export function roomIn(editor: Editor, context: CanvasContext, zone: ZoneShape & TLShape): Room {
  const held = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => {
    const shape = editor.getShape(id)
    if (!shape) return []
    const { x, y, w, h } = editor.getShapeGeometry(id).bounds
    const end = isNote(shape) && hasValues(shape.meta) ? chipsEnd(planChips(editor, shape, context.locale.get())) : 0
    return [{ x: shape.x + x, y: shape.y + y, w, h: Math.max(h, end) }]
  })
  return roomOf(zone.props, held, context.dir.get())
}
