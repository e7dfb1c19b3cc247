import type { Editor, TLInstancePageState, TLShapeId } from 'tldraw'
import type { ZoneProps } from '#shared/board/zone-shape.ts'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'
import { shapesOfAllPages } from '../pages/board-pages.ts'
import { freshKey } from '../zoning/fresh-key.ts'
import { keepWhatZonesHold } from './keep-what-zones-hold.ts'
import { isZoneShape } from './ZoneShapeUtil.tsx'

/**
 * Keeps the template layer out of participants' hands: they can neither select, change, delete nor copy a zone. The
 * server holds this as well; here it is so that nobody does by mistake what is then taken back.
 *
 * @returns the stop.
 */
export function guardZones(editor: Editor, context: CanvasContext): () => void {
  const isGuarded = (id: TLShapeId | null): boolean =>
    id !== null && !mayChangeZones(context) && isZoneShape(editor.getShape(id))
  const { sideEffects } = editor

  const withoutZones = (state: TLInstancePageState): TLInstancePageState => {
    const { selectedShapeIds, erasingShapeIds, hoveredShapeId, editingShapeId, croppingShapeId } = state
    const ids = [...selectedShapeIds, ...erasingShapeIds, hoveredShapeId, editingShapeId, croppingShapeId]
    if (!ids.some(isGuarded)) return state
    const keep = (id: TLShapeId) => !isGuarded(id)
    const keepOne = (id: TLShapeId | null) => (isGuarded(id) ? null : id)
    return {
      ...state,
      selectedShapeIds: selectedShapeIds.filter(keep),
      erasingShapeIds: erasingShapeIds.filter(keep),
      hoveredShapeId: keepOne(hoveredShapeId),
      editingShapeId: keepOne(editingShapeId),
      croppingShapeId: keepOne(croppingShapeId),
    }
  }

  const takenAway = new Set<TLShapeId>()
  const takeAway = (id: TLShapeId) => {
    const children = editor.getSortedChildIdsForParent(id)
    const pageId = editor.getAncestorPageId(id) ?? editor.getCurrentPageId()
    if (children.length > 0) editor.reparentShapes(children, pageId)
    takenAway.add(id)
    editor.store.remove([id])
    takenAway.delete(id)
  }

  const stops = [
    sideEffects.registerBeforeChangeHandler('instance_page_state', (_, next) => withoutZones(next)),
    sideEffects.registerBeforeChangeHandler('shape', (previous, next, source) =>
      source === 'user' && isGuarded(previous.id) ? previous : next,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && isGuarded(shape.id) && !takenAway.has(shape.id) ? false : undefined,
    ),
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || !isZoneShape(shape)) return shape
      return { ...shape, props: { ...shape.props, ...freshPlace(editor, shape.props) } }
    }),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || !isZoneShape(shape) || mayChangeZones(context)) return
      // Made and taken away within one operation: nothing of it reaches the document.
      takeAway(shape.id)
    }),
    sideEffects.registerAfterDeleteHandler('shape', (shape, source) => {
      if (source === 'user' && isZoneShape(shape)) context.zonesCut.add(shape.id)
    }),
    keepWhatZonesHold(editor, context),
  ]

  return () => {
    for (const stop of stops) stop()
  }
}

/** For the moment a facilitator becomes a participant: what she holds is looked at by the guard once more. */
export function letGoOfZones(editor: Editor): void {
  editor.store.put([{ ...editor.getCurrentPageState() }])
}

/** A copied zone is a zone of its own: steps and reports name zones by key, lists show them in order. */
function freshPlace(editor: Editor, { key, order }: ZoneProps): { key: string; order: number } {
  const zones = shapesOfAllPages(editor).filter(isZoneShape)
  const keys = new Set(zones.map((zone) => zone.props.key))
  if (key && !keys.has(key)) return { key, order }
  return { key: freshKey(), order: Math.max(0, ...zones.map((zone) => zone.props.order)) + 1 }
}
