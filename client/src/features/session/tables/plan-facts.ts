import { type RotationQuality, rotationQuality } from '#shared/session/tables/rotation-quality.ts'
import type { Guest, RotationPlan } from '#shared/session/tables/seating.ts'
import { companionsOf } from './change-draft.ts'

/** What is worth saying of a plan before it is used. */
export type PlanFacts = Pick<RotationQuality, 'repeats' | 'fewestRepeats' | 'returns'> & {
  /** How many different people somebody meets over all rounds: the one who meets fewest, and most. */
  readonly meets: { readonly least: number; readonly most: number }
  /** From how many countries there are people at the table with fewest, where more than one could be. */
  readonly fewestCountries: number | undefined
}

/** @param hosts - those who stay, by participant id. */
export function planFacts(plan: RotationPlan, guests: readonly Guest[], hosts: ReadonlySet<string>): PlanFacts {
  const { repeats, fewestRepeats, returns } = rotationQuality(plan, hosts)
  const people = [...new Set(plan.flat(2))]
  const counts = people.map((one) => new Set(plan.flatMap((seating) => companionsOf(seating, one))).size)
  const countryOf = new Map(guests.map(({ participantId, country }) => [participantId, country]))
  const countriesAt = (table: readonly string[]) =>
    new Set(table.map((one) => countryOf.get(one)).filter((country) => country)).size
  const shared = plan.flat().filter((table) => table.length > 1)
  const isMixed = new Set([...countryOf.values()].filter(Boolean)).size > 1
  return {
    ...{ repeats, fewestRepeats, returns },
    meets: { least: counts.length > 0 ? Math.min(...counts) : 0, most: Math.max(0, ...counts) },
    fewestCountries: isMixed && shared.length > 0 ? Math.min(...shared.map(countriesAt)) : undefined,
  }
}
