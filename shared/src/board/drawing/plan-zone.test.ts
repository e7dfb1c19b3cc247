import { describe, expect, test } from 'vitest'
import { sampleZone } from '../../testing/sample-zone.ts'
import { overlaps } from '../box.ts'
import { localise } from '../local-text.ts'
import { breakLines, textLineHeight } from '../text-lines.ts'
import { zoneBackgrounds } from '../zone-backgrounds.ts'
import { cellAt } from './cell-at.ts'
import type { Box, ZoneLabel } from './plan.ts'
import { planZone } from './plan-zone.ts'

const cell = { w: 1_600, h: 1_000, gap: 160 }
const sizes = [1, 2, 3, 4].flatMap((columns) =>
  [1, 2, 3].map((rows) => ({
    name: `${columns} × ${rows}`,
    w: columns * cell.w + (columns - 1) * cell.gap,
    h: rows * cell.h + (rows - 1) * cell.gap,
  })),
)
const note = 200
const languages = ['en', 'ar'] as const

describe.each(zoneBackgrounds)('the background %s', (background) => {
  describe.each(sizes)('in a zone of $name cells', ({ w, h }) => {
    for (const isFull of [false, true]) {
      const zone = sampleZone(background, { w, h, isFull })
      const plan = planZone(zone, { counts: (zone.rows ?? []).map(() => 2), means: zone.labels.map(() => 1) })

      test(`says its words inside the zone, apart from each other${isFull ? ', with all that it can show' : ''}`, () => {
        const boxes = [plan.heading, plan.prompt, ...plan.labels.map(inkOf)]
        for (const box of boxes) expect(contains({ x: 0, y: 0, w, h }, box), JSON.stringify(box)).toBe(true)
        for (const [i, box] of boxes.entries())
          for (const other of boxes.slice(i + 1))
            expect(overlaps(box, other, -1), JSON.stringify([box, other])).toBe(false)
      })

      test(`says them larger from afar, still apart from each other${isFull ? ', with all that it can show' : ''}`, () => {
        const { heading, prompt, labels } = plan
        const top = { ...heading, h: heading.most * 1.2 }
        expect(heading.most).toBeGreaterThanOrEqual(heading.size)
        expect(top.y + top.h).toBeLessThanOrEqual(prompt.y + prompt.h)
        const boxes = [top, ...labels.map((label) => inkOf({ ...label, size: label.most }))]
        for (const [i, box] of boxes.entries())
          for (const other of boxes.slice(i + 1))
            expect(overlaps(box, other, -1), JSON.stringify([box, other])).toBe(false)
      })

      test(`has cells that hold the room they offer, and words for each${isFull ? ', with all that it can show' : ''}`, () => {
        for (const each of plan.cells) {
          expect(cellAt(zone, { ...each.box, w: each.box.w, h: each.box.h })?.index).toBe(each.index)
          expect(contains(plan.body, each.box), JSON.stringify(each.box)).toBe(true)
          for (const language of languages) expect(localise(each.words, language).trim()).not.toBe('')
        }
        const said = plan.cells.map(({ words }) => words.en)
        if (!isFull) expect(new Set(said).size).toBe(said.length)
      })
    }

    test('fits what it says in every language', () => {
      const { labels } = planZone(sampleZone(background, { w, h }))
      for (const { text, w: width, h: height, size, isTurned } of labels)
        for (const language of languages) {
          const room = isTurned ? { w: height, h: width } : { w: width, h: height }
          const lines = breakLines(localise(text, language), room.w, size, 99)
          expect(lines.length * size * textLineHeight, localise(text, language)).toBeLessThanOrEqual(
            room.h + size * 0.3,
          )
        }
    })
  })

  test('takes a note in each cell of a large zone', () => {
    const [w, h] = [4 * cell.w + 3 * cell.gap, 3 * cell.h + 2 * cell.gap]
    for (const { box, words } of planZone(sampleZone(background, { w, h })).cells) {
      expect(Math.min(box.w, box.h), words.en).toBeGreaterThanOrEqual(note)
    }
  })

  test('bears a zone of no size', () => {
    const { marks } = planZone(sampleZone(background, { w: 1, h: 1 }))
    expect(JSON.stringify(marks)).not.toMatch(/NaN|Infinity|null/)
  })
})

/** Where the letters of a label are: a box is often larger than its words. */
function inkOf({ x, y, w, h, size, isTurned, verticalAlign, text }: ZoneLabel): Box {
  if (isTurned) return { x, y, w, h }
  const lines = Math.max(
    ...languages.map((language) => breakLines(localise(text, language), w / 1.12, size, 99).length),
  )
  const height = Math.min(h, lines * size * textLineHeight)
  const top = verticalAlign === 'start' ? y : verticalAlign === 'middle' ? y + (h - height) / 2 : y + h - height
  return { x, y: top, w, h: height }
}

function contains(outer: Box, { x, y, w, h }: Box): boolean {
  return x >= outer.x - 1 && y >= outer.y - 1 && x + w <= outer.x + outer.w + 1 && y + h <= outer.y + outer.h + 1
}
