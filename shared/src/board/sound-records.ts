import type { BoardRecord } from './board-records.ts'
import { firstPageId } from './new-board.ts'

export type Soundness = {
  /** Parents to read instead of the stored ones: missing or in a circle. The shape then lies on the first page. */
  readonly parents: ReadonlyMap<string, string>
  /** Places in the order of siblings to read instead of the stored ones: two people may take one place at once. */
  readonly places: ReadonlyMap<string, string>
  /** Bindings with a missing end, which are not shown. */
  readonly dangling: ReadonlySet<string>
}

/**
 * Finds what would crash or split editors if it were read as it stands: shapes whose parent is missing, circles of
 * parents (two people each put a frame into the other's), siblings in one place (both put the first note into a zone), and
 * bindings with a missing end. Every reader finds the same, so that editors agree without writing a fix: of a circle, the
 * shape with the smallest id goes to the first page; of two in one place, the smaller id keeps it.
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
  return { parents, places: settlePlaces(records, parents), dangling }
}

function settlePlaces(
  records: ReadonlyMap<string, BoardRecord>,
  parents: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Map<string, string>()
  const crowded: { id: string; parentId: string; index: string }[] = []
  for (const record of records.values()) {
    if (record.typeName !== 'shape' || typeof record.index !== 'string') continue
    const { id, index } = record
    const parentId = parents.get(id) ?? String(record.parentId)
    const holder = taken.get(`${parentId} ${index}`)
    if (holder === undefined || id < holder) taken.set(`${parentId} ${index}`, id)
    if (holder !== undefined) crowded.push({ id: id < holder ? holder : id, parentId, index })
  }
  const places = new Map<string, string>()
  const ranks = new Map<string, number>()
  for (const { id, parentId, index } of crowded.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const rank = ranks.get(`${parentId} ${index}`) ?? 0
    ranks.set(`${parentId} ${index}`, rank + 1)
    let place = placeBehind(index, rank)
    while (taken.has(`${parentId} ${place}`)) place += middleDigit
    taken.set(`${parentId} ${place}`, id)
    places.set(id, place)
  }
  return places
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const middleDigit = 'V'

/**
 * A place right behind `index`, by rank. A longer key lies behind the shorter one that it begins with; the rank has a
 * fixed width, so that ten thousand in one place get short keys in order; and no key may end with the lowest digit.
 */
export function placeBehind(index: string, rank: number): string {
  let key = ''
  for (let left = rank, i = 0; i < 3; i += 1) {
    key = (digits[left % digits.length] ?? '') + key
    left = Math.floor(left / digits.length)
  }
  return `${index}${middleDigit}${key}${middleDigit}`
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
