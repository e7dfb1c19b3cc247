import type { BoardRecord } from '../board/board-records.ts'
import { firstPageId } from '../board/new-board.ts'
import { type ZoneProps, zoneShapeType } from '../board/zone-shape.ts'
import { type Template, type ZonePlace, zoneCell } from './template.ts'

/** The zone shapes of a new board. The ids are the zones' keys, so that they are the same on every board. */
export function templateRecords(template: Template): BoardRecord[] {
  return template.zones.map((zone, i): BoardRecord => {
    const { place, page: _, ...words } = zone
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
      parentId: firstPageId,
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

/** tldraw orders shapes by fractional index keys; `a` and one digit are the keys of the first whole numbers. */
function zoneIndex(i: number): string {
  return `a${indexDigits.charAt(i + 1)}`
}
