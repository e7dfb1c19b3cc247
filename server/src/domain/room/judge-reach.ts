import { type BoardRecord, isSame } from '#shared/board/board-records.ts'
import { isZone } from '#shared/board/zone-shape.ts'
import type { WriteRule } from '#shared/session/write-rule.ts'
import { boxIn } from '../layer/shape-boxes.ts'
import type { RecordForm } from './judge-record.ts'

type Read = (id: string) => BoardRecord | undefined
type Point = { readonly x: number; readonly y: number }

/**
 * How far beyond its zone the middle of a shape may lie, and how much larger than its zone it may be, in the board's
 * units: two notes. A zone clips nothing, so a parent alone says nothing of where a shape is seen.
 */
const zoneMargin = 400

/** They lie where they begin: while it is drawn, a stroke may lead out of its zone. */
const strokes: ReadonlySet<unknown> = new Set(['draw', 'highlight', 'line', 'arrow'])
/** No sound shape lies deeper; in one that is not, looking ends here. */
const mostParents = 1_000

/**
 * Holds what is made or moved by somebody who may write in some zones only to the room around these zones, with all
 * that lies in it. What stays where it is may stay there.
 *
 * @param read - records as they will be
 */
export function judgeReach(
  rule: WriteRule,
  now: RecordForm,
  previous: BoardRecord | undefined,
  read: Read,
  childrenOf: (id: string) => readonly string[],
): 'step' | undefined {
  if (rule.place !== 'zones' || now.form !== 'record') return undefined
  const { record } = now
  if (record.typeName !== 'shape' || isZone(record) || !isMoved(record, previous)) return undefined
  const passed = new Set<string>()
  const left = [record]
  for (let shape = left.pop(); shape; shape = left.pop()) {
    if (passed.has(shape.id)) continue
    passed.add(shape.id)
    if (!isWithinReach(shape, read)) return 'step'
    for (const id of childrenOf(shape.id)) {
      const child = read(id)
      if (child?.parentId === shape.id) left.push(child)
    }
  }
  return undefined
}

function isMoved(record: BoardRecord, previous: BoardRecord | undefined): boolean {
  if (!previous) return true
  const placeOf = ({ x, y, rotation, parentId, props }: BoardRecord) => [
    ...[x, y, rotation, parentId],
    ...[props?.w, props?.h, props?.scale],
  ]
  return !isSame(placeOf(record), placeOf(previous))
}

function isWithinReach(shape: BoardRecord, read: Read): boolean {
  const isStroke = strokes.has(shape.type)
  const place = { x: Number(shape.x), y: Number(shape.y) }
  if (isStroke && isNearZone(shape, place, read)) return true
  const box = boxIn(shape)
  if (!box) return isNearZone(shape, place, read)
  const size = isStroke ? undefined : box
  return isNearZone(shape, { x: box.x + box.w / 2, y: box.y + box.h / 2 }, read, size)
}

/** @param point - in what the shape lies in */
function isNearZone(shape: BoardRecord, point: Point, read: Read, size = { w: 0, h: 0 }): boolean {
  let at = point
  let parent = read(String(shape.parentId))
  for (let i = 0; i < mostParents && parent?.typeName === 'shape'; i += 1) {
    if (isZone(parent)) {
      const [w, h] = [Number(parent.props?.w), Number(parent.props?.h)]
      const isNear = at.x >= -zoneMargin && at.y >= -zoneMargin && at.x <= w + zoneMargin && at.y <= h + zoneMargin
      return isNear && size.w <= w + zoneMargin && size.h <= h + zoneMargin
    }
    at = outOf(parent, at)
    parent = read(String(parent.parentId))
  }
  // Outside of all zones: that is judged by itself.
  return true
}

function outOf(parent: BoardRecord, { x, y }: Point): Point {
  const [cos, sin] = [Math.cos(Number(parent.rotation)), Math.sin(Number(parent.rotation))]
  return { x: Number(parent.x) + x * cos - y * sin, y: Number(parent.y) + x * sin + y * cos }
}
