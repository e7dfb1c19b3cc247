import type { BoardRecord } from './board-records.ts'
import { isZone } from './zone-shape.ts'

/** No sound shape lies deeper; in one that is not, looking ends here. */
const mostParents = 1_000

/** @returns the innermost zone that a shape lies in; undefined outside of all. A zone lies in no other. */
export function zoneOf(shape: BoardRecord, read: (id: string) => BoardRecord | undefined): BoardRecord | undefined {
  let parent = read(String(shape.parentId))
  for (let i = 0; i < mostParents && parent?.typeName === 'shape'; i += 1) {
    if (isZone(parent)) return parent
    parent = read(String(parent.parentId))
  }
  return undefined
}

export function zoneKeyOf(shape: BoardRecord, read: (id: string) => BoardRecord | undefined): string | undefined {
  const key = zoneOf(shape, read)?.props?.key
  return typeof key === 'string' ? key : undefined
}
