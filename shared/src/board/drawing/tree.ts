import { isIn, line, n, path, roundClosed } from './marks.ts'
import type { Box, Drawing, Ground, Point } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

const crownPart = 0.4
const groundAt = 0.66
const crown = [1, 0.84, 1.02, 0.86, 1.04, 0.85, 1, 0.87, 1.03, 0.85, 1.02, 0.86, 1.04, 0.84]

/** Crown, trunk and roots, from the top. */
export function drawTree({ body, scale, zone: { labels } }: Ground): Drawing {
  const middle = body.x + body.w / 2
  const ground = body.y + body.h * groundAt
  const crownBottom = body.y + body.h * crownPart
  const trunk = Math.min(body.w * 0.2, body.h * 0.34)
  const foot = trunk * 0.35
  const leaves = crown.map((reach, i) => {
    const angle = ((i + 0.5) / crown.length) * 2 * Math.PI
    return {
      x: middle + Math.cos(angle) * body.w * 0.49 * reach,
      y: body.y + (body.h * crownPart) / 2 + Math.sin(angle) * body.h * crownPart * 0.54 * reach,
    }
  })
  const bands: Box[] = [
    { ...body, h: crownBottom - body.y },
    { ...body, y: crownBottom, h: ground - crownBottom },
    { ...body, y: ground, h: body.y + body.h - ground },
  ]
  const head = Math.min(labelSize * 2 * scale, body.h * 0.1)
  const names = [
    { x: middle - body.w * 0.2, y: body.y + body.h * 0.035, w: body.w * 0.4, h: head },
    { x: body.x + 12 * scale, y: crownBottom + 14 * scale, w: body.w / 2 - trunk / 2 - foot - 12 * scale, h: head },
    { x: body.x + 12 * scale, y: ground + 10 * scale, w: body.w * 0.28, h: head },
  ]
  const { left, right } = { left: middle - trunk / 2, right: middle + trunk / 2 }
  return {
    marks: [
      path(
        `M${n(left)} ${n(crownBottom - body.h * 0.06)}V${n(ground - foot)}q0 ${n(foot)} ${n(-foot)} ${n(foot)}H${n(right + foot)}q${n(-foot)} 0 ${n(-foot)} ${n(-foot)}V${n(crownBottom - body.h * 0.06)}Z`,
        'sunken',
      ),
      path(roundClosed(leaves), 'sunken'),
      line(body.x, ground, body.x + body.w, ground, 'dashed'),
      ...[-0.9, -0.5, -0.12, 0.2, 0.56, 0.92].map((to, i) => {
        const from = middle + (to * trunk) / 2
        const [endX, endY] = [middle + to * body.w * 0.42, body.y + body.h * (i % 2 === 0 ? 0.93 : 0.98)]
        return path(
          `M${n(from)} ${n(ground)}C${n(from)} ${n(ground + body.h * 0.16)} ${n(endX)} ${n(ground + body.h * 0.1)} ${n(endX)} ${n(endY)}`,
          'axis',
        )
      }),
    ],
    labels: labelsIn(labels, names, labelSize * scale, { verticalAlign: 'middle' }).map((label, i) => ({
      ...label,
      align: i === 0 ? 'middle' : 'left',
    })),
    notes: { ...body, y: body.y + body.h * 0.05 + head, h: body.h * 0.95 - head },
    cells: bands.flatMap((band, index) => {
      const words = labels[index]
      const holds = (place: Point) => isIn(band, place)
      const box =
        index === 0
          ? { x: body.x + body.w * 0.1, y: band.y + body.h * 0.035 + head, w: body.w * 0.8, h: band.h * 0.9 - head }
          : index === 1
            ? { x: left, y: band.y, w: body.x + body.w - left, h: band.h }
            : { x: body.x + body.w * 0.3, y: band.y, w: body.w * 0.68, h: band.h }
      return words ? [{ kind: 'part' as const, index, words, box, holds }] : []
    }),
  }
}
