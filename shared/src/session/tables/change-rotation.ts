import {
  type Guest,
  meetingAgain,
  type RotationPlan,
  type Seating,
  type SeatingRule,
  sameTableAgain,
  unease,
} from './seating.ts'

/**
 * Somebody has come late: in each round that is still to come she gets a seat at one of the smallest tables, where she
 * has not been and knows fewest. Nobody else moves.
 *
 * @param guests - everybody in the plan, and the one who comes.
 */
export function withLatecomer(
  plan: RotationPlan,
  guests: readonly Guest[],
  late: Guest,
  rule: SeatingRule,
  fromRound: number,
): RotationPlan {
  const known = new Map(guests.map((guest) => [guest.participantId, guest]))
  const seated: Seating[] = []
  for (const [round, seating] of plan.entries()) {
    const { participantId } = late
    if (round < fromRound || seating.some((table) => table.includes(participantId))) {
      seated.push(seating)
      continue
    }
    const sizes = seating.map((table) => table.reduce((sum, one) => sum + (known.get(one)?.count ?? 1), 0))
    const smallest = Math.min(...sizes)
    const companions = new Set(
      seated.flatMap((earlier) => earlier.find((table) => table.includes(participantId)) ?? []),
    )
    const costOf = (number: number) => {
      const hasBeenThere = seated.some((earlier) => earlier[number]?.includes(participantId))
      return (seating[number] ?? []).reduce(
        (sum, one) => {
          const other = known.get(one)
          return sum + (companions.has(one) ? meetingAgain : 0) + (other ? unease(late, other, rule) : 0)
        },
        hasBeenThere ? sameTableAgain : 0,
      )
    }
    const open = sizes.flatMap((size, number) => (size === smallest ? [number] : []))
    const chosen = open.reduce((best, number) => (costOf(number) < costOf(best) ? number : best), open[0] ?? 0)
    seated.push(seating.map((table, number) => (number === chosen ? [...table, participantId] : table)))
  }
  return seated
}
