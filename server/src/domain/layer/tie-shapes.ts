import type { BoardRecord } from '#shared/board/board-records.ts'
import { overlaps } from '#shared/board/box.ts'
import type { Box } from '#shared/board/drawing/plan.ts'
import { boxIn, unionOf } from './shape-boxes.ts'

/** Shapes of one person that are moved together: a drawing of many strokes, a note and what is drawn on it. */
export type Cluster = {
  readonly parentId: string
  /** From back to front. */
  readonly shapes: readonly BoardRecord[]
  /** Undefined for what takes up nothing, such as an arrow from zone to zone. */
  readonly box: Box | undefined
}

/** Strokes this near to one another are one drawing. */
const nearBy = 16

/**
 * Ties what belongs together. Notes that merely touch do not: to lie over one another is what they shall not.
 *
 * @param endsOf - the shapes that an arrow is bound to
 */
export function tieShapes(
  shapes: readonly BoardRecord[],
  endsOf: (arrow: BoardRecord) => readonly string[],
): Cluster[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const boxes = new Map(shapes.map((shape) => [shape.id, boxIn(shape)]))
  const leaders = new Map(shapes.map(({ id }) => [id, id]))
  const leaderOf = (id: string): string => {
    let leader = id
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next
    return leader
  }
  const tie = (a: string, b: string) => leaders.set(leaderOf(a), leaderOf(b))

  const isBound = (shape: BoardRecord) => endsOf(shape).length > 0
  for (const arrow of shapes) {
    for (const end of endsOf(arrow)) if (byId.get(end)?.parentId === arrow.parentId) tie(arrow.id, end)
  }
  for (const [i, one] of shapes.entries()) {
    for (const other of shapes.slice(i + 1)) {
      if (one.parentId !== other.parentId || (one.type === 'note' && other.type === 'note')) continue
      if (isBound(one) || isBound(other)) continue
      const [a, b] = [boxes.get(one.id), boxes.get(other.id)]
      if (a && b && overlaps(grown(a), b)) tie(one.id, other.id)
    }
  }

  const clusters = new Map<string, BoardRecord[]>()
  for (const shape of shapes) {
    const leader = leaderOf(shape.id)
    const cluster = clusters.get(leader)
    if (cluster) cluster.push(shape)
    else clusters.set(leader, [shape])
  }
  return [...clusters.values()].map((together) => ({
    parentId: String(together[0]?.parentId),
    shapes: together.toSorted(byIndex),
    box: unionOf(together.flatMap((shape) => (isBound(shape) ? [] : (boxes.get(shape.id) ?? [])))),
  }))
}

function byIndex(a: BoardRecord, b: BoardRecord): number {
  return String(a.index) < String(b.index) ? -1 : 1
}

function grown({ x, y, w, h }: Box): Box {
  return { x: x - nearBy, y: y - nearBy, w: w + 2 * nearBy, h: h + 2 * nearBy }
}
