import { cellsOf } from './columns.ts'
import { below, columnsFor, ellipse, inset, path, rect, tiles } from './marks.ts'
import type { Drawing, Ground } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/**
 * One card for each label, in as many rows as make the cards a little wider than high. In a zone of one cell that has
 * two rows of them, a card has room for a note below its head, and hardly more.
 */
export function drawCards({ body, scale, zone: { labels } }: Ground): Drawing {
  const count = Math.max(1, labels.length)
  const cards = tiles(count, columnsFor(count, body, 1.4), body, 14 * scale)
  const head = Math.min(labelSize * 2.3 * scale, (cards[0]?.h ?? 0) * 0.4)
  return {
    marks: cards.map((card) => rect(card, 18 * scale, 'sunken')),
    labels: labelsIn(
      labels,
      cards.map((card) => ({ ...inset(card, 16 * scale), y: card.y + 10 * scale, h: head })),
      labelSize * scale,
    ),
    notes: inset(below(body, head + 10 * scale), 16 * scale),
    cells: cellsOf('card', labels, cards, (card) => inset(below(card, head), 10 * scale)),
  }
}

/**
 * Rings in the middle, a card for the first label on their left and for the second on their right. The cards share the
 * zone out: half in a card and half on a ring, a note would mean neither.
 */
export function drawTarget({ body, scale, zone: { labels } }: Ground): Drawing {
  const radius = Math.min(body.h, body.w * 0.32) / 2
  const centre = { x: body.x + body.w / 2, y: body.y + body.h / 2 }
  const side = body.w / 2 - radius - 28 * scale
  const head = labelSize * 2.3 * scale
  const cards = [
    { x: body.x, y: body.y, w: side, h: body.h },
    { x: body.x + body.w - side, y: body.y, w: side, h: body.h },
  ].slice(0, labels.length)
  return {
    marks: [
      ...cards.map((card) => rect(card, 18 * scale, 'sunken')),
      ...[1, 0.66, 0.32].map((part) =>
        path(ellipse(centre.x, centre.y, radius * part, radius * part), part < 0.5 ? 'sunken' : 'line'),
      ),
    ],
    labels: labelsIn(
      labels,
      cards.map((card) => ({ ...inset(card, 18 * scale), h: head })),
      labelSize * scale,
    ),
    notes: labels.length === 0 ? body : inset(below(body, head), 16 * scale),
    cells: cellsOf('card', labels, cards, (card) => inset(below(card, head), 18 * scale)),
  }
}
