import type { Box, PlannedZone, Point, ZoneCell, ZonePlan } from './plan.ts'
import { planZone } from './plan-zone.ts'

/** Zones change rarely, and each of their notes asks where it lies. */
const plans = new WeakMap<PlannedZone, ZonePlan>()

/** The zone's plan, worked out once for the same `props`. */
export function planOf(zone: PlannedZone): ZonePlan {
  const known = plans.get(zone)
  if (known) return known
  const plan = planZone(zone)
  plans.set(zone, plan)
  return plan
}

/**
 * The part of a background in which something lies: its middle decides.
 *
 * @param box - in the zone's own units
 */
export function cellAt(zone: PlannedZone, box: Box): ZoneCell | undefined {
  const middle: Point = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  return planOf(zone).cells.find((cell) => cell.holds(middle))
}

/** Where notes that are so high lie in a cell. */
export function roomsIn({ box, rooms }: ZoneCell, high: number): readonly Box[] {
  return rooms?.(high) ?? [box]
}
