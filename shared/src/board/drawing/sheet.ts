import type { LocalText } from '../local-text.ts'
import { below, inset, isIn, line, rect, tiles } from './marks.ts'
import type { Box, Drawing, Ground, ZoneCell } from './plan.ts'
import { labelSize, labelsIn } from './words.ts'

/** One person's sheet: notes and ideas beside eight small panels, and below them a sketch of three. */
export function drawSheet({ body, scale, zone: { labels } }: Ground): Drawing {
  const gap = 24 * scale
  const head = labelSize * 1.75 * scale
  const top = { ...body, h: (body.h - gap) * 0.55 }
  const left = tiles(2, 2, { ...top, w: (body.w - gap) * 0.44 }, gap)
  const right = { ...top, x: top.x + (body.w - gap) * 0.44 + gap, w: (body.w - gap) * 0.56 }
  const low = { ...body, y: body.y + top.h + gap, h: body.h - top.h - gap }
  const parts = [...left, right, low]
  const panels = tiles(8, 4, below(right, head), 12 * scale)
  const scenes = tiles(3, 3, below(low, head), 16 * scale)
  const sheets = left.map((part) => below(part, head))
  const cells: ZoneCell[] = []
  const add = (words: LocalText | undefined, kind: ZoneCell['kind'], box: Box) => {
    if (!words) return
    cells.push({ kind, index: cells.length, words, box: inset(box, 8 * scale), holds: (place) => isIn(box, place) })
  }
  for (const [i, box] of sheets.entries()) add(labels[i], 'part', box)
  for (const [i, box] of panels.entries()) add(panelWords(labels[2], i + 1), 'panel', box)
  for (const [i, box] of scenes.entries()) add(panelWords(labels[3], i + 1), 'panel', box)
  return {
    marks: [
      ...sheets.flatMap((sheet) => [rect(sheet, 14 * scale, 'sunken'), ...ruled(inset(sheet, 20 * scale), scale)]),
      ...panels.map((panel) => rect(panel, 10 * scale, 'sunken')),
      ...scenes.map((scene) => rect(scene, 14 * scale, 'sunken')),
    ],
    labels: labelsIn(
      labels,
      parts.map((part) => ({ ...part, h: head })),
      labelSize * 0.9 * scale,
    ),
    notes: below(body, head),
    cells,
  }
}

/** Lines as on writing paper. */
function ruled({ x, y, w, h }: Box, scale: number) {
  const count = Math.max(1, Math.floor(h / (64 * scale)))
  return Array.from({ length: count }, (_, i) => {
    const at = y + ((i + 1) * h) / (count + 1)
    return line(x, at, x + w, at, 'hair')
  })
}

/** "Eight panels: 3". */
function panelWords(label: LocalText | undefined, number: number): LocalText | undefined {
  if (!label) return undefined
  const said = Object.entries(label).map(([locale, words]) => [locale, `${words}: ${number}`])
  return { en: '', ...Object.fromEntries(said) }
}
