import type { BoardRecord } from '../board/board-records.ts'

const gap = 800

/** Puts what lies on further pages beside the first one, a page after the other. */
export function layPagesSideBySide(
  records: readonly BoardRecord[],
  firstPageId: string,
  otherPageIds: readonly string[],
): BoardRecord[] {
  const placed = new Map(records.map((record) => [record.id, record]))
  let right = extent(records.filter(({ parentId }) => parentId === firstPageId)).right
  for (const pageId of otherPageIds) {
    const page = records.filter((record) => record.typeName === 'shape' && record.parentId === pageId)
    const { left, right: end } = extent(page)
    const by = right + gap - left
    for (const shape of page) placed.set(shape.id, { ...shape, parentId: firstPageId, x: Number(shape.x) + by })
    if (page.length > 0) right = end + by
  }
  return [...placed.values()]
}

/** As far as their places and widths say; a stroke or a text may reach a little further. */
function extent(shapes: readonly BoardRecord[]): { left: number; right: number } {
  const lefts = shapes.map(({ x }) => Number(x))
  const rights = shapes.map(({ x, props }) => Number(x) + (typeof props?.w === 'number' ? props.w : 200))
  return shapes.length === 0 ? { left: 0, right: -gap } : { left: Math.min(...lefts), right: Math.max(...rights) }
}
