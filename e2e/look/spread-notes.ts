import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { valueNameOf } from '#shared/board/note-values.ts'
import { boldIsWiderBy, breakLines, textLineHeight } from '#shared/board/text-lines.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'
import { createSeededRandom, type SeededRandom } from '#shared/testing/seeded-random.ts'

/** What people write: short, long, in two scripts. */
const words = [
  'Queues begin before the office opens',
  'Ask the district’s radio for ten minutes a week',
  'Signal is best on the hill behind the school',
  'استمارة قصيرة يملؤها المرء على هاتفه',
  'Who pays for repairs?',
  'A shared calendar',
  'Women who sell at the market close their stalls for a whole morning to renew one paper, and often come back without it',
  'من يملك البيانات بعد انتهاء المشروع التجريبي؟',
  'Trust',
  'Train two people at each office, not one: whoever leaves takes everything along',
]
const colours = ['yellow', 'light-green', 'light-blue', 'light-violet']
/** As the canvas makes new notes, and as somebody makes them smaller where there is less room. */
const scales = [1.25, 0.9, 0.65]
const gap = 16

/** Notes in turn into every zone, and within a zone in turn into every cell, as people put them: not quite in line. */
export function spreadNotes(records: readonly BoardRecord[], count: number): BoardRecord[] {
  const random = createSeededRandom(7)
  const zones = records.filter(isZone)
  const rooms = zones.map((zone) => {
    // Zones of templates, which hold what the validators ask for.
    const { cells, notes } = planZone(zone.props as ZoneProps)
    const isMostlyOpen = cells.length === 0 || zone.props?.background === 'cloth'
    return [...(isMostlyOpen ? [notes] : []), ...cells.map(({ box }) => box)]
  })
  return Array.from({ length: count }, (_, i): BoardRecord => {
    const zone = zones[i % zones.length]
    const boxes = rooms[i % zones.length] ?? []
    const turn = Math.floor(i / zones.length)
    const box = boxes[turn % boxes.length] ?? { x: 0, y: 0, w: 250, h: 250 }
    const scale = scales.find((each) => 200 * each <= Math.min(box.w, box.h)) ?? 0.65
    const place = placeIn(box, Math.floor(turn / boxes.length), 200 * scale, random)
    const text = words[i % words.length]
    const { fields = [] } = (zone?.props ?? {}) as Partial<ZoneProps>
    return {
      id: `shape:note-${i}`,
      ...{ typeName: 'shape', type: 'note', parentId: zone?.id, index: `a${i + 10}V`, ...place },
      ...{ rotation: 0, isLocked: false, opacity: 1, meta: valuesOf(fields, i, random) },
      props: {
        ...{ color: colours[i % colours.length], labelColor: 'black', size: 'm', font: 'sans', fontSizeAdjustment: 0 },
        ...{ align: 'middle', verticalAlign: 'middle', growY: growthOf(text ?? ''), url: '', scale },
        richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      },
    }
  })
}

function placeIn(box: Box, turn: number, side: number, random: SeededRandom) {
  const columns = Math.max(1, Math.floor((box.w + gap) / (side + gap)))
  const at = { x: turn % columns, y: Math.floor(turn / columns) }
  const astray = () => Math.round((random.next() - 0.5) * 2 * gap)
  return {
    x: Math.max(box.x, box.x + at.x * (side + gap) + astray()),
    y: Math.max(box.y, box.y + at.y * (side + gap) + astray()),
  }
}

/** As the canvas lets a note grow with its words, which it does where somebody writes them. */
function growthOf(text: string): number {
  const [side, padding, size] = [200, 16, 22]
  const { length } = breakLines(text, (side - 2 * padding) / boldIsWiderBy, size, 20)
  return Math.max(0, length * size * textLineHeight + 2 * padding - side)
}

/** A third of the notes has none yet. */
function valuesOf(fields: readonly ZoneField[], turn: number, random: SeededRandom): Record<string, string | number> {
  if (turn % 3 === 2) return {}
  return Object.fromEntries(fields.map((field) => [valueNameOf(field.key), sampleOf(field, random)]))
}

function sampleOf(field: ZoneField, random: SeededRandom): string | number {
  switch (field.kind) {
    case 'choice':
      return random.pick(field.options).value
    case 'scale':
      return field.min + random.below(field.max - field.min + 1)
    case 'amount':
      return 500 * (1 + random.below(90))
    case 'date':
      return `2027-0${1 + random.below(9)}-15`
    case 'words':
      return random.pick(['Mere T.', 'District office', 'وزارة الاتصالات'])
  }
}
