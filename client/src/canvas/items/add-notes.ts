import { createShapeId, type Editor, isShapeId } from 'tldraw'
import { growthOf } from '#shared/board/note-place.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { freshNoteIn } from './fresh-note.ts'
import { roomIn } from './room-in.ts'

/** Puts each text into the zone as a note, where there is room: one change of the board, with a way back. */
export function addNotes(
  editor: Editor,
  context: CanvasContext,
  zoneId: string,
  texts: readonly string[],
): { count: number; undo(): void } {
  const zone = isShapeId(zoneId) ? editor.getShape(zoneId) : undefined
  const nothing = { count: 0, undo: () => undefined }
  if (!isZoneShape(zone) || editor.getIsReadonly()) return nothing
  const room = roomIn(editor, context, zone)
  const scale = room.scaleFor(texts.map(growthOf))
  const partials = texts.map((text) => ({ id: createShapeId(), ...freshNoteIn(zone, room, text, undefined, scale) }))
  if (!editor.canCreateShapes(partials)) return nothing
  editor.markHistoryStoppingPoint('bring in ideas')
  editor.createShapes(partials)
  const made = partials.flatMap(({ id }) => (editor.getShape(id) ? [id] : []))
  return {
    count: made.length,
    undo() {
      editor.markHistoryStoppingPoint('undo bringing in ideas')
      editor.deleteShapes(made.filter((id) => editor.getShape(id)))
    },
  }
}
