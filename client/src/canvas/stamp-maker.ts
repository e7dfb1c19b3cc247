import { type Editor, isShapeId, type TLShape } from 'tldraw'
import { cellAt } from '#shared/board/drawing/cell-at.ts'
import { noteScale } from '#shared/board/note-place.ts'
import type { CanvasContext } from './canvas-context.ts'
import type { FieldHistory } from './history/keep-history-by-field.ts'
import { isFreshNote } from './items/fresh-note.ts'
import { roomIn } from './items/room-in.ts'
import { isZoneShape } from './zone/ZoneShapeUtil.tsx'

/**
 * Says of each new shape who made it, and gives new notes a size that can be read on a projector.
 *
 * @returns the stop.
 */
export function stampMaker(
  editor: Editor,
  context: CanvasContext,
  history: FieldHistory,
  maker: () => string | undefined,
): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
    // What undo brings back has its maker already, perhaps another one.
    if (source !== 'user' || history.isApplying) return shape
    const by = maker()
    const stamped = by === undefined ? shape : { ...shape, meta: { ...shape.meta, by } }
    return isFreshNote(shape)
      ? { ...stamped, props: { ...stamped.props, ...freshLook(shape, scaleAt(editor, context, shape)) } }
      : stamped
  })
}

/** tldraw's first colour makes a note that is yellow in the light and grey in the dark; a note is bright in both. */
function freshLook(shape: TLShape, scale: number): { scale: number; color?: 'yellow' } {
  const isFirstColour = 'color' in shape.props && shape.props.color === 'black'
  return isFirstColour ? { scale, color: 'yellow' } : { scale }
}

/** Of a note that is made by a press: where it is pressed it lies, but its zone says how large it is. */
function scaleAt(editor: Editor, context: CanvasContext, { parentId, x, y }: TLShape): number {
  const zone = isShapeId(parentId) ? editor.getShape(parentId) : undefined
  if (!isZoneShape(zone)) return noteScale
  return roomIn(editor, context, zone).scaleFor([0], cellAt(zone.props, { x, y, w: 0, h: 0 }))
}
