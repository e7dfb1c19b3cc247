import type { BoardRecord } from '../board/board-records.ts'
import { firstPageId } from '../board/new-board.ts'
import { pageRecord } from '../board/pages.ts'
import { type ZoneProps, zoneShapeType } from '../board/zone-shape.ts'
import { type Template, type ZonePlace, zoneCell } from './template.ts'

/** The pages, where it has some, and the zone shapes of a new board. Ids are their keys, so that they are the same on every board. */
export function templateRecords(template: Template): BoardRecord[] {
  const pages = template.pages ?? []
  const pageIds = new Map(pages.map(({ key }, i) => [key, i === 0 ? firstPageId : `page:${key}`]))
  return [
    ...pages.map(({ key, title }, i) => pageRecord(pageIds.get(key) ?? firstPageId, i, title)),
    ...zoneRecords(template, (page) => (page === undefined ? undefined : pageIds.get(page)) ?? firstPageId),
  ]
}

function zoneRecords(template: Template, pageIdOf: (page: string | undefined) => string): BoardRecord[] {
  return template.zones.map((zone, i): BoardRecord => {
    const { place, page, ...words } = zone
    const { x, y, w, h } = placeZone(place)
    const props: ZoneProps = { w, h, order: i + 1, ...words }
    return {
      id: `shape:zone-${zone.key}`,
      typeName: 'shape',
      type: zoneShapeType,
      x,
      y,
      rotation: 0,
      index: zoneIndex(i),
      parentId: pageIdOf(page),
      isLocked: false,
      opacity: 1,
      meta: {},
      props: { ...props },
    }
  })
}

export function placeZone(place: ZonePlace): { x: number; y: number; w: number; h: number } {
  const { w, h, gap } = zoneCell
  const columns = place.columns ?? 1
  const rows = place.rows ?? 1
  return {
    x: place.column * (w + gap),
    y: place.row * (h + gap),
    w: columns * w + (columns - 1) * gap,
    h: rows * h + (rows - 1) * gap,
  }
}

const indexDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** tldraw orders shapes by fractional index keys: `a` and one digit are those of the first whole numbers, `b` and two of the next. */
function zoneIndex(i: number): string {
  const count = indexDigits.length
  if (i + 1 < count) return `a${indexDigits.charAt(i + 1)}`
  const rest = i + 1 - count
  return `b${indexDigits.charAt(Math.floor(rest / count))}${indexDigits.charAt(rest % count)}`
}
