import { createShapeId, type Editor, isShapeId, type TLShapePartial, toRichText } from 'tldraw'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { findFreeSpot, freeSpots } from '../handle/free-spot.ts'
import { noteScale } from '../stamp-maker.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** From the size of every new note to what can just be read when the zone fills a screen. */
const scales = [noteScale, 0.9, 0.65, 0.45] as const

/**
 * Puts each text into the zone as a note, where there is room: one change of the board, with a way back. Many are made
 * small, so that none lies on another; more than fit at the smallest overlap as notes in a full zone do.
 */
export function addNotes(
  editor: Editor,
  context: CanvasContext,
  zoneId: string,
  texts: readonly string[],
): { count: number; undo(): void } {
  const zone = isShapeId(zoneId) ? editor.getShape(zoneId) : undefined
  const nothing = { count: 0, undo: () => undefined }
  if (!isZoneShape(zone) || editor.getIsReadonly()) return nothing
  const { notes } = planZone(zone.props)
  const taken = editor.getSortedChildIdsForParent(zone.id).flatMap((id) => {
    const shape = editor.getShape(id)
    const bounds = editor.getShapeGeometry(id).bounds
    return shape ? [{ x: shape.x + bounds.x, y: shape.y + bounds.y, w: bounds.w, h: bounds.h }] : []
  })
  const dir = context.dir.get()
  const scale = scales.find((tried) => [...freeSpots(notes, taken, 200 * tried, dir)].length >= texts.length) ?? 0.45
  const side = 200 * scale
  const partials = texts.map((text): TLShapePartial => {
    const spot = findFreeSpot(notes, taken, side, dir)
    taken.push({ ...spot, w: side, h: side })
    const props = { richText: toRichText(text), scale, color: 'yellow' }
    return { id: createShapeId(), type: 'note', parentId: zone.id, ...spot, props }
  })
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
