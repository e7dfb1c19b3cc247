import type { BoardRecord } from '../board/board-records.ts'
import { isZone } from '../board/zone-shape.ts'
import { lengthProp } from './props.ts'

/** Between two pages, so that each is seen to be one. */
const gap = 600

/**
 * A board's pages as one, beside and below each other in the order of their records: a picture shows one page, and what
 * tells a template of several from that of its first page is that there are several.
 */
export function withPagesAbreast(records: readonly BoardRecord[]): readonly BoardRecord[] {
  const pageIds = records.flatMap(({ id, typeName }) => (typeName === 'page' ? [id] : []))
  const [firstId] = pageIds
  if (firstId === undefined || pageIds.length < 2) return records
  const zones = records.filter(isZone)
  const columns = Math.ceil(Math.sqrt(pageIds.length))
  const width = Math.max(0, ...zones.map((zone) => Number(zone.x) + lengthProp(zone, 'w', 1))) + gap
  const height = Math.max(0, ...zones.map((zone) => Number(zone.y) + lengthProp(zone, 'h', 1))) + gap
  return records.map((record) => {
    const page = pageIds.indexOf(String(record.parentId))
    if (page < 1) return record
    const at = { x: (page % columns) * width, y: Math.floor(page / columns) * height }
    return { ...record, parentId: firstId, x: Number(record.x) + at.x, y: Number(record.y) + at.y }
  })
}
