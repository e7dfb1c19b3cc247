import type { RotationPlan, Seating } from '#shared/session/tables/seating.ts'

/** At which table somebody sits, from 0; undefined for whom nobody has seated. */
export function tableOf(seating: Seating | undefined, participantId: string): number | undefined {
  const at = seating?.findIndex((table) => table.includes(participantId)) ?? -1
  return at === -1 ? undefined : at
}

/** One person to another table in one round; `undefined` takes her from the tables. Nobody else moves. */
export function withSeat(
  plan: RotationPlan,
  participantId: string,
  round: number,
  table: number | undefined,
): RotationPlan {
  if (tableOf(plan[round], participantId) === table) return plan
  return plan.map((seating, each) =>
    each === round
      ? seating.map((seated, number) => {
          const others = seated.filter((one) => one !== participantId)
          return number === table ? [...others, participantId] : others
        })
      : seating,
  )
}

/** She stays at one table in every round from `fromRound` on. */
export function withHostAt(plan: RotationPlan, participantId: string, table: number, fromRound: number): RotationPlan {
  return plan.reduce<RotationPlan>(
    (after, _, round) => (round < fromRound ? after : withSeat(after, participantId, round, table)),
    plan,
  )
}

/** Whom each person at a table has sat with in an earlier round: only those who meet somebody again. */
export function meetingAgainIn(plan: RotationPlan, round: number): ReadonlyMap<string, readonly string[]> {
  const again = new Map<string, readonly string[]>()
  for (const table of plan[round] ?? []) {
    for (const one of table) {
      const met = new Set(plan.slice(0, round).flatMap((seating) => companionsOf(seating, one)))
      const known = table.filter((other) => other !== one && met.has(other))
      if (known.length > 0) again.set(one, known)
    }
  }
  return again
}

/** Who sits with somebody in one round, without herself. */
export function companionsOf(seating: Seating | undefined, participantId: string): readonly string[] {
  const table = seating?.find((seated) => seated.includes(participantId)) ?? []
  return table.filter((one) => one !== participantId)
}
