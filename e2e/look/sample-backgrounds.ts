import type { BoardRecord } from '#shared/board/board-records.ts'
import { firstPageId } from '#shared/board/new-board.ts'
import type { ZoneBackground } from '#shared/board/zone-backgrounds.ts'
import { placeZone } from '#shared/templates/template-records.ts'
import { sampleZone } from '#shared/testing/sample-zone.ts'

const backgrounds: readonly ZoneBackground[] = [
  ...(['columns', 'lanes', 'islands', 'steps', 'cards', 'target', 'cloth', 'quadrants', 'table', 'journey'] as const),
  ...(['rings', 'wheel', 'kanban', 'storyboard', 'sheet', 'curves', 'cone', 'sailboat', 'head', 'tree'] as const),
]

/** One of a single cell, a wide one, a large one and a tall one. */
const places = [
  { column: 0, row: 0, columns: 2 },
  { column: 2, row: 0 },
  { column: 0, row: 1, columns: 2, rows: 2 },
  { column: 2, row: 1, columns: 1, rows: 2 },
]

/** Boards with one background each, in zones of several sizes. */
export function sampleBackgrounds(): { name: string; zones: BoardRecord[] }[] {
  return backgrounds.map((background) => ({
    name: background,
    zones: places.map((place, i): BoardRecord => {
      const { x, y, w, h } = placeZone(place)
      return {
        id: `shape:zone-${i}`,
        ...{ typeName: 'shape', type: 'zone', x, y, rotation: 0, index: `a${i + 1}`, parentId: firstPageId },
        ...{ isLocked: false, opacity: 1, meta: {} },
        props: { ...sampleZone(background, { w, h }), key: `sample-${i}`, order: i + 1 },
      }
    }),
  }))
}
