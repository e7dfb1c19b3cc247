import { type Editor, isShapeId, type TLNoteShape, type TLShapePartial, Vec } from 'tldraw'
import { cellAt, planOf } from '#shared/board/drawing/cell-at.ts'
import type { ZoneCell } from '#shared/board/drawing/plan.ts'
import { noteScale } from '#shared/board/note-place.ts'
import { scalesIn } from '#shared/board/note-scale.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { middleOf } from './note-box.ts'

/** Less is not worth a change: nobody would see why. */
const clearly = Math.log(1.15)

/**
 * A note that is dropped where notes are clearly larger or smaller than where it came from becomes as large as they are. One
 * that somebody has made larger or smaller stays so: its size is none that notes have where it came from.
 *
 * @param from - as it was before it was dragged
 */
export function sizeWhereDropped(
  editor: Editor,
  from: TLNoteShape,
  to: TLNoteShape,
): TLShapePartial<TLNoteShape> | undefined {
  const [before, now] = [placeOf(editor, from), placeOf(editor, to)]
  if (!before || !now || !before.scales.includes(to.props.scale)) return undefined
  const [usual = noteScale] = before.scales
  const [scale = noteScale] = now.scales
  if (Math.abs(Math.log(scale / usual)) < clearly) return undefined
  const sizedAbout = (point: Vec): TLNoteShape => {
    const { x, y } = Vec.Sub(to, point)
      .mul(scale / to.props.scale)
      .add(point)
    return { ...to, x, y, props: { ...to.props, scale } }
  }
  const atPointer = sizedAbout(editor.getPointInParentSpace(to, editor.inputs.currentPagePoint))
  // In which part it lies says more than where in it; but between two axes that says something too.
  const isThere = !now.isMeasured && placeOf(editor, atPointer)?.part === now.part
  const { id, type, x, y } = isThere ? atPointer : sizedAbout(middleOf(to))
  return { id, type, x, y, props: { scale } }
}

type Place = { readonly part?: ZoneCell | undefined; readonly isMeasured?: boolean; readonly scales: readonly number[] }

/** Nothing of what is in a group or a frame. */
function placeOf(editor: Editor, note: TLNoteShape): Place | undefined {
  if (!isShapeId(note.parentId)) return { scales: [noteScale] }
  const zone = editor.getShape(note.parentId)
  if (!isZoneShape(zone)) return undefined
  const { x, y } = middleOf(note)
  const part = cellAt(zone.props, { x, y, w: 0, h: 0 })
  return { part, isMeasured: planOf(zone.props).plot !== undefined, scales: scalesIn(zone.props, part) }
}
