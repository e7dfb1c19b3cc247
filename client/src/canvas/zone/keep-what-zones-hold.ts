import { type Editor, isShapeId, type TLShape, type TLShapeId } from 'tldraw'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'
import { isZoneShape, type ZoneShape } from './ZoneShapeUtil.tsx'

/**
 * A zone that is deleted leaves what lies in it on the page, in its place: a facilitator who clears a table away does not
 * mean what people wrote at it, nor does she see what they wrote there a moment ago. tldraw deletes what a shape holds with
 * it. What she chose itself goes, wherever it lies. Where something goes on in one of these zones nothing is deleted before
 * that was asked: every way to delete on the canvas comes through here, keys, menus, cutting and the eraser.
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
    const inUse = context.zoning.inUse.get()
    if (zonesGoingWith(editor, chosen).some(({ props }) => inUse.has(props.key))) {
      context.zoning.asked.set(chosen)
      return editor
    }
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
  return zonesGoingWith(editor, chosen)
    .flatMap(({ id }) => editor.getSortedChildIdsForParent(id))
    .filter((id) => isShapeId(id) && !going.has(id))
}

function zonesGoingWith(editor: Editor, chosen: readonly TLShapeId[]): ZoneShape[] {
  return chosen.flatMap((id) => {
    if (editor.isShapeOrAncestorLocked(id)) return []
    const shapes = [...editor.getShapeAndDescendantIds([id])].map((each) => editor.getShape(each))
    return shapes.filter(isZoneShape)
  })
}
