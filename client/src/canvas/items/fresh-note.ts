import { type TLShape, type TLShapePartial, toRichText } from 'tldraw'
import type { ZoneCell } from '#shared/board/drawing/plan.ts'
import { growthOf, sizeOfNote } from '#shared/board/note-place.ts'
import type { Room } from '#shared/board/zone-room.ts'
import type { ZoneShape } from '../zone/ZoneShapeUtil.tsx'

/** A copy keeps its maker's name and its size until it is stamped; a fresh note has neither. */
export function isFreshNote(shape: TLShape): boolean {
  return shape.type === 'note' && shape.meta.by === undefined && 'scale' in shape.props && shape.props.scale === 1
}

/**
 * A note with words that comes into a zone, where there is room for it.
 *
 * @param scale - where it comes with others, all of one size
 */
export function freshNoteIn(
  zone: ZoneShape & TLShape,
  room: Room,
  text: string,
  part?: ZoneCell,
  scale = room.scaleFor([growthOf(text)], part),
): Omit<TLShapePartial, 'id'> {
  const props = { richText: toRichText(text), scale, color: 'yellow' }
  return { type: 'note', parentId: zone.id, ...room.take(sizeOfNote(scale, growthOf(text)), part), props }
}
