import { line, rect } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'

/** Places for single notes: a note of tldraw's is 200 units wide. */
export function drawGrid({ body }: Ground): Drawing {
  const place = 300
  const columns = Math.max(1, Math.round(body.w / place))
  const rows = Math.max(1, Math.round(body.h / place))
  return {
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
