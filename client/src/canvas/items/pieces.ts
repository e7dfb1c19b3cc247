import { Box, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { zoneOf } from '../handle/board-content.ts'
import { isNote } from '../note/is-note.ts'
import { partNamesOf } from './part-of.ts'

/** What is one drawing and stays one when it is copied: on its own it would come apart. */
export type Piece = { readonly shapes: readonly TLShape[]; readonly bounds: Box }

/** All that is drawn and written freely in one part of a zone is one piece; a note or a picture is one by itself. */
export function piecesOf(editor: Editor, shapes: readonly TLShape[]): Piece[] {
  const together = new Map<string, TLShape[]>()
  for (const shape of shapes) {
    const isAlone = isNote(shape) || shape.type === 'image'
    const part = [zoneOf(editor, shape)?.id ?? '', ...partNamesOf(editor, shape).map(({ en }) => en)].join(' ')
    const key = isAlone ? shape.id : part
    together.set(key, [...(together.get(key) ?? []), shape])
  }
  return [...together.values()].flatMap((list) => {
    const bounds = list.flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
    return bounds.length > 0 ? [{ shapes: list, bounds: Box.Common(bounds) }] : []
  })
}

/** Makes what is one drawing smaller towards its upper left corner. */
export function shrinkPiece(editor: Editor, ids: readonly TLShapeId[], times: number): void {
  const bounds = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  if (bounds.length === 0) return
  const scaleOrigin = Box.Common(bounds).point
  for (const id of ids) {
    // A drawing of others on another page: what it is snapped to is nothing here.
    editor.resizeShape(id, { x: times, y: times }, { scaleOrigin, isAspectRatioLocked: true })
  }
}
