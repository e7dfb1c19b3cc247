import type { Guest, RotationPlan, SeatingRule } from '#shared/session/tables/seating.ts'
import type { RotationOrder } from './rotation-worker.ts'
import { firstOpenRound, type SeatDraft } from './table-sets.ts'

/** Who is to be planned, and who of them is a device that lies on a table. */
export type DraftGuest = Guest & { readonly isDevice: boolean }

/** What is to be planned: the rounds that are not over, with what was in those before. */
export function orderOf(draft: SeatDraft, guests: readonly DraftGuest[], tableCount: number): RotationOrder {
  const from = firstOpenRound(draft)
  const rule: SeatingRule = { ...draft.rule, tableCount, hosts: hostsWithDevices(draft, guests, tableCount) }
  return {
    guests: guests.map(({ isDevice: _, ...guest }) => guest),
    rule,
    past: draft.plan.slice(0, from),
    roundCount: draft.rounds.length - from,
  }
}

/** The draft with what was planned in place of its open rounds; there is a table for each zone, used or not. */
export function withPlanned(draft: SeatDraft, order: RotationOrder, planned: RotationPlan): SeatDraft {
  const zoneCount = draft.plan[0]?.length ?? 0
  return {
    ...draft,
    hosts: order.rule.hosts,
    plan: [
      ...order.past,
      ...planned.map((seating) => Array.from({ length: zoneCount }, (_, table) => seating[table] ?? [])),
    ],
  }
}

/** A device stays where it lies: at the first table at which nobody does, if nobody has said where. */
function hostsWithDevices(
  { hosts }: SeatDraft,
  guests: readonly DraftGuest[],
  tableCount: number,
): Readonly<Record<string, number>> {
  const here = new Set(guests.map(({ participantId }) => participantId))
  const staying = new Map(Object.entries(hosts).filter(([id, table]) => here.has(id) && table < tableCount))
  const taken = new Set(staying.values())
  for (const { participantId, isDevice } of guests) {
    if (!isDevice || staying.has(participantId)) continue
    const free = Array.from({ length: tableCount }, (_, table) => table).find((table) => !taken.has(table))
    if (free === undefined) break
    staying.set(participantId, free)
    taken.add(free)
  }
  return Object.fromEntries(staying)
}
