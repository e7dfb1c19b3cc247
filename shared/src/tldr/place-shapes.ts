import type { BoardRecord } from '../board/board-records.ts'
import { maxNestedTypes } from '../limits.ts'

type Place = { readonly pageId: string; readonly depth: number }

/**
 * Puts shapes on the first page that lie on none: what held them was left out or is no shape, they lie in one another in
 * a circle, or deeper than people nest anything. Where they lay in it is near enough.
 *
 * @param pageIds - the first one first
 * @returns how many shapes there are on the fullest page
 */
export function placeShapes(records: Map<string, BoardRecord>, pageIds: readonly string[]): number {
  const [firstPageId = ''] = pageIds
  const pages = new Set(pageIds)
  const places = new Map<string, Place>()
  const counts = new Map<string, number>()

  for (const record of records.values()) {
    const way = wayUp(record, records, places)
    let place = placeAbove(way, pages, places)
    for (const shape of way.toReversed()) {
      if (!place || place.depth >= maxNestedTypes) {
        records.set(shape.id, { ...shape, parentId: firstPageId })
        place = { pageId: firstPageId, depth: 0 }
      }
      place = { pageId: place.pageId, depth: place.depth + 1 }
      places.set(shape.id, place)
      counts.set(place.pageId, (counts.get(place.pageId) ?? 0) + 1)
    }
  }
  return Math.max(0, ...counts.values())
}

/** The shapes from this one up to one whose place is known, to a page, to what is not there, or round. */
function wayUp(
  record: BoardRecord,
  records: ReadonlyMap<string, BoardRecord>,
  places: ReadonlyMap<string, Place>,
): BoardRecord[] {
  const way = new Map<string, BoardRecord>()
  let current: BoardRecord | undefined = record
  while (current?.typeName === 'shape' && !places.has(current.id) && !way.has(current.id)) {
    way.set(current.id, current)
    current = records.get(String(current.parentId))
  }
  return [...way.values()]
}

function placeAbove(
  way: readonly BoardRecord[],
  pages: ReadonlySet<string>,
  places: ReadonlyMap<string, Place>,
): Place | undefined {
  const parentId = String(way.at(-1)?.parentId)
  return pages.has(parentId) ? { pageId: parentId, depth: 0 } : places.get(parentId)
}
