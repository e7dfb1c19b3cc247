import type { TLNoteShape, TLShape } from 'tldraw'

export function isNote(shape: TLShape): shape is TLNoteShape {
  return shape.type === 'note'
}
