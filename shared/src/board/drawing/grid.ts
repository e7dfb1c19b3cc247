import { line, rect } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'

/** A new note and the gap to the next one. */
const place = 275

/** Places for single notes. */
export function drawGrid({ body }: Ground): Drawing {
  const columns = Math.max(1, Math.floor(body.w / place))
  const rows = Math.max(1, Math.floor(body.h / place))
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
