import type { BoardRecord } from '#shared/board/board-records.ts'
import { firstPageId } from '#shared/board/new-board.ts'

export type Place = {
  readonly x: number
  readonly y: number
  readonly rotation: number
  readonly parentId: string
}

/**
 * Where a shape goes whose parent is gone: to the nearest ancestor that is still there, at the same spot of the page.
 *
 * @param isThere - whether a record exists now.
 * @param wasThere - the last known form of a record, for parents that were just removed.
 */
export function liftOut(
  shape: BoardRecord,
  isThere: (id: string) => boolean,
  wasThere: (id: string) => BoardRecord | undefined,
): Place {
  let place = placeOf(shape)
  const passed = new Set([shape.id])
  while (!isThere(place.parentId) || passed.has(place.parentId)) {
    const parent = wasThere(place.parentId)
    if (parent?.typeName !== 'shape' || passed.has(parent.id)) return { ...place, parentId: firstPageId }
    passed.add(parent.id)
    place = within(placeOf(parent), place)
  }
  return place
}

/** True when going up from the shape ends at a page that exists. */
export function isPlaced(shape: BoardRecord, read: (id: string) => BoardRecord | undefined): boolean {
  const passed = new Set<string>()
  let current: BoardRecord | undefined = shape
  while (current?.typeName === 'shape') {
    if (passed.has(current.id)) return false
    passed.add(current.id)
    current = read(String(current.parentId))
  }
  return current?.typeName === 'page'
}

function placeOf(shape: BoardRecord): Place {
  return {
    x: Number(shape.x),
    y: Number(shape.y),
    rotation: Number(shape.rotation),
    parentId: String(shape.parentId),
  }
}

function within(parent: Place, child: Place): Place {
  const cos = Math.cos(parent.rotation)
  const sin = Math.sin(parent.rotation)
  return {
    x: parent.x + child.x * cos - child.y * sin,
    y: parent.y + child.x * sin + child.y * cos,
    rotation: parent.rotation + child.rotation,
    parentId: parent.parentId,
  }
}
