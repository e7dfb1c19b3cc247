import { type Editor, isShapeId, type TLRecord, type TLShape } from 'tldraw'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { cellAt, planOf } from '#shared/board/drawing/cell-at.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { overlaps } from '#shared/board/free-spot.ts'
import { findRecordFault, isBoardRecord } from '#shared/board/record-schema.ts'
import { roomOf } from '#shared/board/zone-room.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { PutOutcome } from './canvas-items.ts'

/**
 * Puts copies of things on other boards down, as one change of this board with a way back. The server has found each
 * board's a place, without knowing of the other boards': what would lie on those is moved beside them.
 *
 * @param groups - the records for each of the boards they came from
 */
export function putCopies(
  editor: Editor,
  context: CanvasContext,
  groups: readonly (readonly BoardRecord[])[],
): PutOutcome {
  const nothing = { copiedCount: 0, undo: () => undefined }
  if (editor.getIsReadonly()) return nothing
  const put: Box[] = []
  const records = groups.flatMap((group) => {
    const sound = group.flatMap(readRecord)
    const shapes = sound.flatMap((record) => (record.typeName === 'shape' ? [record] : []))
    const beside = shapes.map((shape) => besideOthers(editor, context, shape, put))
    put.push(...beside.map((shape) => boxOf(editor, shape)))
    return [...sound.filter(({ typeName }) => typeName !== 'shape'), ...beside]
  })
  const assets = records.flatMap((record) => (record.typeName === 'asset' ? [record] : []))
  const shapes = records.flatMap((record) => (record.typeName === 'shape' ? [record] : []))
  if (shapes.length === 0 || !editor.canCreateShapes(shapes)) return nothing
  editor.markHistoryStoppingPoint('bring in')
  editor.createAssets(assets)
  editor.createShapes(shapes)
  const made = shapes.flatMap(({ id }) => (editor.getShape(id) ? [id] : []))
  return {
    copiedCount: made.length,
    undo() {
      editor.markHistoryStoppingPoint('undo bringing in')
      editor.deleteShapes(made.filter((id) => editor.getShape(id)))
    },
  }
}

/** What this page does not know stays behind: the server is newer. */
function readRecord(record: BoardRecord): readonly TLRecord[] {
  return isBoardRecord(record) && findRecordFault(record) === undefined ? [record] : []
}

function besideOthers(editor: Editor, context: CanvasContext, shape: TLShape, others: readonly Box[]): TLShape {
  const box = boxOf(editor, shape)
  if (!others.some((other) => overlaps(box, other))) return shape
  const zone = isShapeId(shape.parentId) ? editor.getShape(shape.parentId) : undefined
  // Between two axes its place is what it says.
  if (!isZoneShape(zone) || planOf(zone.props).plot) return shape
  const room = roomOf(zone.props, others, context.dir.get())
  const spot = room.take(box, cellAt(zone.props, box))
  return { ...shape, x: spot.x, y: spot.y }
}

function boxOf(editor: Editor, shape: TLShape): Box {
  const { w, h } = editor.getShapeUtil(shape).getGeometry(shape).bounds
  return { x: shape.x, y: shape.y, w, h }
}
