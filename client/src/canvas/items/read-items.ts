import type { Editor, TLShape } from 'tldraw'
import { noteKindOf, wordsOf } from '#shared/board/note-kind.ts'
import { originOf } from '#shared/board/origin.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { sortInReadingOrder, zoneOf } from '../handle/board-content.ts'
import { shapesOfAllPages } from '../pages/board-pages.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import type { BoardItem } from './canvas-items.ts'

/**
 * Everything on the board but what only holds others, and arrows, in reading order. What is written alone and not
 * revealed is not on the board: nobody else could vote on it.
 */
export function readItems(editor: Editor, context: CanvasContext): BoardItem[] {
  const aloneIds = context.aloneIds.get()
  const shapes = shapesOfAllPages(editor).filter((shape) => isItem(shape) && !aloneIds.has(shape.id))
  return sortInReadingOrder(editor, context, shapes).flatMap((shape) => {
    const kind = noteKindOf(asRecord(shape))
    const zone = zoneOf(editor, shape)
    const zoneKey = isZoneShape(zone) ? zone.props.key : undefined
    const [text, origin] = [wordsOf(asRecord(shape)).trim(), originOf(shape.meta)]
    return kind ? [{ id: shape.id, kind, zoneId: zone?.id, zoneKey, text, origin }] : []
  })
}

export function isItem(shape: TLShape): boolean {
  return shape.type !== 'arrow' && noteKindOf(asRecord(shape)) !== undefined
}

/** A shape as the shared rules read it; its type is tldraw's own. */
export function asRecord(shape: TLShape) {
  return { ...shape, props: { ...shape.props } }
}
