import type { BoardRecord } from './board-records.ts'
import type { Box } from './drawing/plan.ts'
import type { Size } from './free-spot.ts'
import { boldIsWiderBy, breakLines, textLineHeight } from './text-lines.ts'

/** Of a note at scale 1, in units of the board. */
export const noteSide = 200
/** Of its words. */
export const noteTextSize = 22
/** Of new notes outside of zones; see `noteScaleIn` for those within. */
export const noteScale = 1.25

/** In the coordinates of what the note lies in. */
export function boxOfNote(note: BoardRecord): Box {
  return {
    ...{ x: numberOr(note.x, 0), y: numberOr(note.y, 0) },
    ...sizeOfNote(numberOr(note.props?.scale, 1), growthOfNote(note)),
  }
}

/** By how much a note on a board is higher than wide, at scale 1. */
export function growthOfNote({ props }: BoardRecord): number {
  return numberOr(props?.growY, 0)
}

/** Of a note, without its place. */
export function sizeOfNote(scale: number, growY = 0): Size {
  return { w: noteSide * scale, h: (noteSide + growY) * scale }
}

/** About how far a note grows with its words; the canvas measures it with a font. In units of a note at scale 1. */
export function growthOf(text: string): number {
  const lines = breakLines(text, (noteSide - 2 * padding) / boldIsWiderBy, noteTextSize, mostLines).length
  return Math.max(0, lines * noteTextSize * textLineHeight + 2 * padding - noteSide)
}

const padding = 16
const mostLines = 20

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
