import { type Editor, isShapeId, type TLShape, type TLShapeId } from 'tldraw'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'
import { isZoneShape } from './ZoneShapeUtil.tsx'

/**
 * A zone that is deleted leaves what lies in it on the page, in its place: a facilitator who clears a table away does not
 * mean what people wrote at it, nor does she see what they wrote there a moment ago. tldraw deletes what a shape holds with
 * it. What she chose itself goes, wherever it lies.
 *
 * @returns the stop.
 */
export function keepWhatZonesHold(editor: Editor, context: CanvasContext): () => void {
  const stock = editor.deleteShapes
  const deleteShapes: (ids: TLShapeId[]) => Editor = editor.deleteShapes.bind(editor)
  editor.deleteShapes = (shapes: readonly (TLShapeId | TLShape)[]) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    // The guard leaves a participant's zones; tldraw would delete what is in them all the same.
    const chosen = mayChangeZones(context) ? ids : ids.filter((id) => !isZoneShape(editor.getShape(id)))
    if (editor.getIsReadonly()) return editor
    return editor.run(() => {
      const held = heldByZones(editor, chosen)
      const pageId = (held[0] && editor.getAncestorPageId(held[0])) ?? editor.getCurrentPageId()
      if (held.length > 0) editor.reparentShapes(held, pageId)
      deleteShapes(chosen)
    })
  }
  return () => {
    editor.deleteShapes = stock
  }
}

/** What lies in the zones that go with `chosen`, in the order in which it lies there, and was not chosen itself. */
function heldByZones(editor: Editor, chosen: readonly TLShapeId[]): TLShapeId[] {
  const going = new Set(chosen)
  const zones = chosen.flatMap((id) => {
    if (editor.isShapeOrAncestorLocked(id)) return []
    return [...editor.getShapeAndDescendantIds([id])].filter((each) => isZoneShape(editor.getShape(each)))
  })
  return zones
    .flatMap((zone) => editor.getSortedChildIdsForParent(zone))
    .filter((id) => isShapeId(id) && !going.has(id))
}
