import { zoomOnProjector } from './from-afar.ts'
import { line, rect } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'

/** A new note and the gap to the next one. */
const smallest = 275
/** On a projector’s screen that the zone fills, at which its words are read from the back. */
const readPx = 150

/** Places for single notes: larger in a large zone, as long as there are as many as it is meant for. */
export function drawGrid({ body, zone }: Ground): Drawing {
  const countAlong = (length: number, place: number) => Math.max(1, Math.floor(length / place))
  const read = Math.max(smallest, readPx / zoomOnProjector(zone))
  const isEnough = countAlong(body.w, read) * countAlong(body.h, read) >= (zone.capacity ?? 0)
  const place = isEnough ? read : smallest
  const [columns, rows] = [countAlong(body.w, place), countAlong(body.h, place)]
  return {
    pitch: { w: body.w / columns, h: body.h / rows },
    marks: [
      rect(body, 12),
      ...Array.from({ length: columns - 1 }, (_, i) => {
        const x = body.x + ((i + 1) * body.w) / columns
        return line(x, body.y, x, body.y + body.h, 'dashed')
      }),
      ...Array.from({ length: rows - 1 }, (_, i) => {
        const y = body.y + ((i + 1) * body.h) / rows
        return line(body.x, y, body.x + body.w, y, 'dashed')
      }),
    ],
  }
}
