import { type TLNoteShape, Vec } from 'tldraw'
import type { Size } from '#shared/board/free-spot.ts'
import { sizeOfNote } from '#shared/board/note-place.ts'

export function noteSize({ props: { scale, growY } }: TLNoteShape): Size {
  return sizeOfNote(scale, growY)
}

/** From a note's corner to its middle, however it is turned. */
export function fromCorner(note: TLNoteShape): Vec {
  const { w, h } = noteSize(note)
  return new Vec(w, h).div(2).rot(note.rotation)
}

/** Where it lies in what holds it. */
export function middleOf(note: TLNoteShape): Vec {
  return fromCorner(note).add(note)
}
