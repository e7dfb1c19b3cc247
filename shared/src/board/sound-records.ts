import type { BoardRecord } from './board-records.ts'
import { firstPageId } from './new-board.ts'

export type Soundness = {
  /** Parents to read instead of the stored ones: missing or in a circle. The shape then lies on the first page. */
  readonly parents: ReadonlyMap<string, string>
  /** Bindings with a missing end, which are not shown. */
  readonly dangling: ReadonlySet<string>
}

/**
 * Finds what would crash or split editors if it were read as it stands: shapes whose parent is missing, circles of
 * parents (two people each put a frame into the other's), and bindings with a missing end. Every reader finds the same,
 * so that editors agree without writing a fix: of a circle, the shape with the smallest id goes to the first page.
 */
export function findUnsound(records: ReadonlyMap<string, BoardRecord>): Soundness {
  const parents = new Map<string, string>()
  const dangling = new Set<string>()
  const settled = new Set<string>()
  for (const record of records.values()) {
    if (record.typeName === 'binding') {
      if (!records.has(String(record.fromId)) || !records.has(String(record.toId))) dangling.add(record.id)
    } else if (record.typeName === 'shape') {
      settleParents(record, records, parents, settled)
    }
  }
  return { parents, dangling }
}

function settleParents(
  shape: BoardRecord,
  records: ReadonlyMap<string, BoardRecord>,
  parents: Map<string, string>,
  settled: Set<string>,
): void {
  const path: string[] = []
  let current: BoardRecord | undefined = shape
  while (current && current.typeName === 'shape' && !settled.has(current.id)) {
    const start = path.indexOf(current.id)
    if (start !== -1) {
      const [smallest] = path.slice(start).sort()
      if (smallest) parents.set(smallest, firstPageId)
      break
    }
    path.push(current.id)
    const parent = records.get(String(current.parentId))
    if (!parent) parents.set(current.id, firstPageId)
    current = parent
  }
  for (const id of path) settled.add(id)
}
