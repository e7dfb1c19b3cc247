import { columnsFor, ellipse, inset, isIn, line, path, rect, tiles } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'
import { combine, labelsIn, numbered, smallSize } from './words.ts'

/** Numbered frames from the top left, each with a line to write on below it. */
export function drawStoryboard({ body, scale, zone }: Ground): Drawing {
  const count = Math.max(1, zone.frames ?? 1)
  const gap = 28 * scale
  const places = tiles(count, columnsFor(count, body, 1.25), body, gap)
  const caption = Math.min(56 * scale, (places[0]?.h ?? 0) * 0.24)
  const frames = places.map((place) => ({ ...place, h: Math.max(0, place.h - caption) }))
  const badge = Math.min(24 * scale, (frames[0]?.h ?? 0) * 0.14)
  const badges = frames.map(({ x, y }) => ({ x: x + 10 * scale, y: y + 10 * scale, w: 2 * badge, h: 2 * badge }))
  return {
    marks: [
      ...frames.map((frame) => rect(frame, 14 * scale, 'sunken')),
      ...badges.map(({ x, y }) => path(ellipse(x + badge, y + badge, badge, badge), 'raised')),
      ...places.map(({ x, y, w, h }) => line(x, y + h, x + w, y + h, 'dashed')),
    ],
    labels: [
      ...badges.flatMap((box, i) =>
        labelsIn([numbered(noWords, i + 1)], [{ ...box, x: box.x - badge, w: 4 * badge }], badge * 1.15, {
          align: 'middle',
          verticalAlign: 'middle',
        }),
      ),
      ...labelsIn(
        zone.labels,
        places.map(({ x, y, w, h }) => ({ x, y: y + h - caption, w, h: caption })),
        smallSize * scale,
        { verticalAlign: 'middle', weight: 'plain' },
      ),
    ],
    notes: body,
    cells: places.map((place, index) => {
      const caption = zone.labels[index]
      const frame = numbered({ en: 'Frame', ar: 'الإطار' }, index + 1)
      return {
        ...{ kind: 'frame' as const, index, box: inset(frames[index] ?? place, 8 * scale) },
        words: caption ? combine([frame, caption], (parts) => parts.join(': ')) : frame,
        holds: (at: { x: number; y: number }) => isIn(inset(place, -gap / 2), at),
      }
    }),
  }
}

const noWords = { en: '', ar: '' }
