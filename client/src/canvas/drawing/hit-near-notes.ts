import type { Editor, Signal, TLShape } from 'tldraw'
import { isNote } from '../note/is-note.ts'
import type { PageBounds } from './index-page-bounds.ts'

/**
 * Leaves notes out of the search for what lies under the pointer that lie elsewhere. tldraw measures the distance to every
 * shape on the board, and reads its words, whenever the pointer moves.
 *
 * @returns the stop.
 */
export function hitNearNotes(editor: Editor, bounds: Signal<PageBounds>): () => void {
  const stock = editor.getShapeAtPoint
  const search = stock.bind(editor)
  editor.getShapeAtPoint = (point, options = {}) => {
    const boxes = bounds.get()
    const margin = Math.max(options.margin ?? 0, editor.options.hitTestMargin / editor.getZoomLevel())
    const isNear = (shape: TLShape) => !isNote(shape) || (boxes.get(shape.id)?.containsPoint(point, margin) ?? true)
    return search(point, {
      ...options,
      filter: (shape) => isNear(shape) && (options.filter?.(shape) ?? true),
    })
  }
  return () => {
    editor.getShapeAtPoint = stock
  }
}
