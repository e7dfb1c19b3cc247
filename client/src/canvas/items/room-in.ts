import type { Editor, TLShape } from 'tldraw'
import { type Room, roomOf } from '#shared/board/zone-room.ts'
import type { CanvasContext } from '../canvas-context.ts'
import type { ZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** What is free in a zone, as one thing after another is put into it. */
export function roomIn(editor: Editor, context: CanvasContext, zone: ZoneShape & TLShape): Room {
  const held = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => {
    const shape = editor.getShape(id)
    const bounds = editor.getShapeGeometry(id).bounds
    return shape ? [{ x: shape.x + bounds.x, y: shape.y + bounds.y, w: bounds.w, h: bounds.h }] : []
  })
  return roomOf(zone.props, held, context.dir.get())
}
