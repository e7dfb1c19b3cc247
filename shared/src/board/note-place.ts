import type { BoardRecord } from './board-records.ts'
import type { Box } from './drawing/plan.ts'

/** Of a note at scale 1, in units of the board. */
export const noteSide = 200
/** Of new notes. A zone that fills a projector's screen is 1,600 units wide: so a note in it can be read from the back. */
export const noteScale = 1.25

/** In the coordinates of what the note lies in. */
export function boxOfNote({ x, y, props }: BoardRecord): Box {
  const scale = numberOr(props?.scale, 1)
  return {
    ...{ x: numberOr(x, 0), y: numberOr(y, 0) },
    ...{ w: noteSide * scale, h: (noteSide + numberOr(props?.growY, 0)) * scale },
  }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
