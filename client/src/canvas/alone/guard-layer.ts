import { type Editor, isShapeId, Mat, type TLShape, type TLShapeId } from 'tldraw'
import type { StoreBinding } from '../binding/bind-store.ts'
import { fitsLayer, type Home } from '../binding/homes.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { singleShapes } from './single-shapes.ts'

/**
 * Keeps what a person writes alone apart from the board: it lies on the page or in zones, as single shapes, is tied to
 * nothing of the board, and copies of it are hers alone, too. And where only alone may be written, the board stays as it
 * is. The server holds this as well; here it is so that nobody does by mistake what is then taken back.
 *
 * @returns the stop.
 */
export function guardLayer(editor: Editor, { homes }: Pick<StoreBinding, 'homes'>): () => void {
  const { sideEffects } = editor
  const isAlone = (id: TLShapeId) => homes.of(id) === 'layer'
  const isHeld = (shape: TLShape) => !homes.mayChange(shape)
  const stock = {
    canBindShapes: editor.canBindShapes.bind(editor),
    isShapeOrAncestorLocked: editor.isShapeOrAncestorLocked.bind(editor),
    groupShapes: editor.groupShapes.bind(editor),
    duplicateShapes: editor.duplicateShapes.bind(editor),
    putContentOntoCurrentPage: editor.putContentOntoCurrentPage.bind(editor),
  }
  const idsOf = (shapes: readonly (TLShapeId | TLShape)[]) =>
    shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
  editor.canBindShapes = (ends) => {
    const [from, to] = [ends.fromShape, ends.toShape]
    if (typeof from === 'object' && 'id' in from) {
      if (isHeld(from)) return false
      if (typeof to === 'object' && 'id' in to && isAlone(from.id) !== isAlone(to.id)) return false
    }
    return stock.canBindShapes(ends)
  }
  editor.isShapeOrAncestorLocked = (which) => {
    const shape = typeof which === 'string' ? editor.getShape(which) : which
    // Zones take in what is dropped on them, also where they are nobody's to change.
    if (shape && !isZoneShape(shape) && isHeld(shape)) return true
    return stock.isShapeOrAncestorLocked(which)
  }
  editor.groupShapes = (shapes, options) => {
    const ids = idsOf(shapes)
    if (homes.writing === 'only' || ids.some(isAlone)) return editor
    return stock.groupShapes(ids, options)
  }
  /** A copy of a word that nobody sees is seen by nobody; what cannot be alone is copied for everybody, whole. */
  const copyHomeOf = (shapes: readonly TLShape[]): Home | undefined => {
    if (shapes.some(({ id }) => isAlone(id))) return 'layer'
    if (homes.writing === 'only') return 'layer'
    return homes.writing === 'new' && !shapes.every(fitsLayer) ? 'board' : undefined
  }
  editor.duplicateShapes = (shapes, offset) => {
    const all = idsOf(shapes).flatMap((id) => editor.getShape(id) ?? [])
    const home = copyHomeOf(all)
    if (!home) return stock.duplicateShapes(idsOf(shapes), offset)
    const ids = (home === 'layer' ? all.filter(fitsLayer) : all).map(({ id }) => id)
    return homes.copyTo(home, () => stock.duplicateShapes(ids, offset))
  }
  editor.putContentOntoCurrentPage = (content, options) => {
    const home = copyHomeOf(content.shapes)
    if (!home) return stock.putContentOntoCurrentPage(content, options)
    const fitting = home === 'layer' ? singleShapes(content) : content
    if (fitting.shapes.length === 0) return editor
    return homes.copyTo(home, () => stock.putContentOntoCurrentPage(fitting, options))
  }

  const takenAway = new Set<TLShapeId>()
  const stops = [
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      source === 'user' && isAlone(shape.id) ? outOfHolders(editor, shape) : shape,
    ),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      // A copy may be made before what it lies in.
      if (source === 'user' && isAlone(shape.id)) {
        const made = editor.getShape(shape.id)
        const moved = made && outOfHolders(editor, made)
        if (moved && moved !== made) editor.store.put([moved])
      }
      if (source !== 'user' || homes.writing !== 'only' || fitsLayer(shape) || !isHeld(shape)) return
      // Made and taken away within one operation: nothing of it reaches the document.
      takenAway.add(shape.id)
      editor.store.remove([shape.id])
      takenAway.delete(shape.id)
    }),
    sideEffects.registerBeforeChangeHandler('shape', (previous, next, source) => {
      if (source !== 'user') return next
      if (isHeld(previous)) return previous
      return isAlone(next.id) && next.parentId !== previous.parentId ? outOfHolders(editor, next) : next
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && isHeld(shape) && !takenAway.has(shape.id) ? false : undefined,
    ),
    sideEffects.registerBeforeChangeHandler('binding', (previous, next, source) =>
      source === 'user' && !homes.mayChange(previous) ? previous : next,
    ),
    sideEffects.registerBeforeDeleteHandler('binding', (binding, source) =>
      source === 'user' && !homes.mayChange(binding) ? false : undefined,
    ),
  ]

  return () => {
    Object.assign(editor, stock)
    for (const stop of stops) stop()
  }
}

/** In the zone that the frame or group lies in, or on the page, at the same spot. */
function outOfHolders(editor: Editor, shape: TLShape): TLShape {
  const holder = isShapeId(shape.parentId) ? editor.getShape(shape.parentId) : undefined
  if (!holder || isZoneShape(holder)) return shape
  const zone = editor.findShapeAncestor(holder, isZoneShape)
  const held = editor.getShapePageTransform(holder)
  const free = zone ? editor.getShapePageTransform(zone) : Mat.Identity()
  const { x, y } = Mat.applyToPoint(Mat.Inverse(free), held.applyToPoint(shape))
  const parentId = zone?.id ?? editor.getAncestorPageId(holder) ?? editor.getCurrentPageId()
  return { ...shape, x, y, rotation: shape.rotation + held.rotation() - free.rotation(), parentId }
}
