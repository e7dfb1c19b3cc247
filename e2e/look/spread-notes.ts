import type { BoardRecord } from '#shared/board/board-records.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { isZone, type ZoneProps } from '#shared/board/zone-shape.ts'

const scale = 1.25
const side = 200 * scale
const gap = 16
const words = [
  'Queues begin before the office opens',
  'Ask the district’s radio for ten minutes a week',
  'Signal is best on the hill behind the school',
  'استمارة قصيرة يملؤها المرء على هاتفه',
  'Who pays for repairs?',
  'A shared calendar',
]
const colours = ['yellow', 'light-green', 'light-blue', 'light-violet']

const feelings = [1, -1, 0, 2, -2]

/** Notes in turn into every zone, and within a zone in turn into every cell. */
export function spreadNotes(records: readonly BoardRecord[], count: number): BoardRecord[] {
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
    const box = boxes[turn % boxes.length] ?? { x: 0, y: 0, w: side, h: side }
    const place = placeIn(box, Math.floor(turn / boxes.length))
    const text = words[i % words.length]
    return {
      id: `shape:note-${i}`,
      ...{ typeName: 'shape', type: 'note', parentId: zone?.id, index: `a${i + 10}V`, ...place },
      ...{ rotation: 0, isLocked: false, opacity: 1, meta: { value_feeling: feelings[turn % feelings.length] ?? 0 } },
      props: {
        ...{ color: colours[i % colours.length], labelColor: 'black', size: 'm', font: 'sans', fontSizeAdjustment: 0 },
        ...{ align: 'middle', verticalAlign: 'middle', growY: 0, url: '', scale },
        richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      },
    }
  })
}

function placeIn(box: Box, turn: number) {
  const columns = Math.max(1, Math.floor((box.w + gap) / (side + gap)))
  const at = { x: turn % columns, y: Math.floor(turn / columns) }
  return { x: box.x + at.x * (side + gap), y: box.y + at.y * (side + gap) }
}
