import { type Editor, isShapeId, type TLRecord, type TLShape } from 'tldraw'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { overlaps } from '#shared/board/box.ts'
import { cellAt, planOf } from '#shared/board/drawing/cell-at.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
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
    const partsOf = (id: string) => shapes.filter(({ parentId }) => parentId === id)
    const isPart = ({ parentId }: TLShape) => shapes.some(({ id }) => id === parentId)
    // A drawing of many shapes is a group, and is moved as one.
    const beside = shapes
      .filter((shape) => !isPart(shape))
      .map((shape) => ({ shape, box: boxOf(editor, shape, partsOf(shape.id)) }))
      .map(({ shape, box }) => besideOthers(editor, context, { shape, box }, put))
    put.push(...beside.map(({ box }) => box))
    const others = sound.filter((record) => record.typeName !== 'shape' || isPart(record))
    return [...others, ...beside.map(({ shape }) => shape)]
  })
  const assets = records.flatMap((record) => (record.typeName === 'asset' ? [record] : []))
  const shapes = records.flatMap((record) => (record.typeName === 'shape' ? [record] : []))
  const isPlaceable = ({ parentId }: TLShape) =>
    shapes.some(({ id }) => id === parentId) || (isShapeId(parentId) && editor.getShape(parentId) !== undefined)
  // Without its zone tldraw would put a copy wherever the person looks.
  if (!shapes.every(isPlaceable)) return nothing
  if (shapes.length === 0 || !editor.canCreateShapes(shapes)) return nothing
  editor.markHistoryStoppingPoint('bring in')
  editor.createAssets(assets)
  editor.createShapes(shapes)
  const made = shapes.flatMap(({ id }) => (editor.getShape(id) ? [id] : []))
  return {
    copiedCount: made.filter((id) => !made.some((other) => editor.getShape(id)?.parentId === other)).length,
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

type Placed = { readonly shape: TLShape; readonly box: Box }

function besideOthers(editor: Editor, context: CanvasContext, placed: Placed, others: readonly Box[]): Placed {
  const { shape, box } = placed
  if (!others.some((other) => overlaps(box, other))) return placed
  const zone = isShapeId(shape.parentId) ? editor.getShape(shape.parentId) : undefined
  // Between two axes its place is what it says.
  if (!isZoneShape(zone) || planOf(zone.props).plot) return placed
  const room = roomOf(zone.props, others, context.dir.get())
  const spot = room.take(box, cellAt(zone.props, box))
  return { shape: { ...shape, x: spot.x, y: spot.y }, box: { ...box, x: spot.x, y: spot.y } }
}

/** @param parts - of a group, which has no size of its own */
function boxOf(editor: Editor, shape: TLShape, parts: readonly TLShape[]): Box {
  if (parts.length === 0) {
    const { w, h } = editor.getShapeUtil(shape).getGeometry(shape).bounds
    return { x: shape.x, y: shape.y, w, h }
  }
  const boxes = parts.map((part) => boxOf(editor, part, []))
  const [w, h] = [Math.max(...boxes.map(({ x, w }) => x + w)), Math.max(...boxes.map(({ y, h }) => y + h))]
  return { x: shape.x, y: shape.y, w, h }
}
