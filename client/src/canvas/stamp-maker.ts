import type { Editor, TLShape } from 'tldraw'
import { noteScale } from '#shared/board/note-place.ts'
import type { FieldHistory } from './history/keep-history-by-field.ts'

/**
 * Says of each new shape who made it, and gives new notes a size that can be read on a projector.
 *
 * @returns the stop.
 */
export function stampMaker(editor: Editor, history: FieldHistory, maker: () => string | undefined): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
    // What undo brings back has its maker already, perhaps another one.
    if (source !== 'user' || history.isApplying) return shape
    const by = maker()
    const stamped = by === undefined ? shape : { ...shape, meta: { ...shape.meta, by } }
    return isFreshNote(shape) ? { ...stamped, props: { ...stamped.props, ...freshLook(shape) } } : stamped
  })
}

/** A copy keeps its maker's name and its size until it is stamped; a fresh note has neither. */
function isFreshNote(shape: TLShape): boolean {
  return shape.type === 'note' && shape.meta.by === undefined && 'scale' in shape.props && shape.props.scale === 1
}

/** tldraw's first colour makes a note that is yellow in the light and grey in the dark; a note is bright in both. */
function freshLook(shape: TLShape): { scale: number; color?: 'yellow' } {
  const isFirstColour = 'color' in shape.props && shape.props.color === 'black'
  return isFirstColour ? { scale: noteScale, color: 'yellow' } : { scale: noteScale }
}
