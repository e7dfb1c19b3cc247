import type { BoardRecord } from '#shared/board/board-records.ts'
import { planOf } from '#shared/board/drawing/cell-at.ts'
import { growthOf, noteScale, sizeOfNote } from '#shared/board/note-place.ts'
import { isSharedOut } from '#shared/board/note-scale.ts'
import { valueNameOf } from '#shared/board/note-values.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { roomOf } from '#shared/board/zone-room.ts'
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
/** Notes in turn into every zone, and within a zone in turn into every cell, as people put them: not quite in line. */
export function spreadNotes(records: readonly BoardRecord[], count: number): BoardRecord[] {
  const random = createSeededRandom(7)
  const zones = records.filter(isZone)
  const rooms = zones.map((zone) => {
    // Zones of templates, which hold what the validators ask for.
    const props = zone.props as ZoneProps
    const plan = planOf(props)
    const parts = isSharedOut(plan) ? plan.cells : [undefined, ...plan.cells]
    return { room: roomOf(props, [], 'ltr'), parts }
  })
  return Array.from({ length: count }, (_, i): BoardRecord => {
    const zone = zones[i % zones.length]
    const { room, parts } = rooms[i % zones.length] ?? { room: undefined, parts: [] }
    const part = parts[Math.floor(i / zones.length) % parts.length]
    const text = words[i % words.length]
    const growY = growthOf(text ?? '')
    const scale = room?.scaleFor([growY], part) ?? noteScale
    const { x, y } = room?.take(sizeOfNote(scale, growY), part) ?? { x: 0, y: 0 }
    const astray = () => Math.round((random.next() - 0.5) * scale * 12)
    const { fields = [] } = (zone?.props ?? {}) as Partial<ZoneProps>
    return {
      id: `shape:note-${i}`,
      ...{ typeName: 'shape', type: 'note', parentId: zone?.id, index: `a${i + 10}V` },
      ...{ x: x + astray(), y: y + astray() },
      ...{ rotation: 0, isLocked: false, opacity: 1, meta: valuesOf(fields, i, random) },
      props: {
        ...{ color: colours[i % colours.length], labelColor: 'black', size: 'm', font: 'sans', fontSizeAdjustment: 0 },
        ...{ align: 'middle', verticalAlign: 'middle', growY, url: '', scale },
        richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      },
    }
  })
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
