import type { MixRule } from './table-plan.ts'

/** Somebody who is spread over tables. */
export type Guest = {
  readonly participantId: string
  readonly country: string | null
  readonly organisation: string | null
  readonly isRemote: boolean
  /** How many people she is: more than one for a table's device. */
  readonly count: number
}

export type SeatingRule = Readonly<MixRule> & {
  readonly tableCount: number
  /** Who stays at which table, by participant id: the others travel. */
  readonly hosts: Readonly<Record<string, number>>
}

/** Who sits at one table, by participant id. */
export type Table = readonly string[]
/** Who sits where in one round. */
export type Seating = readonly Table[]
/** Who sits where in every round. */
export type RotationPlan = readonly Seating[]

/** How many sit at each table when it is as even as can be. Which tables are the smaller ones changes with the round. */
export function evenSizes(people: number, tableCount: number, round: number): readonly number[] {
  return Array.from({ length: tableCount }, (_, table) =>
    Math.floor((people + ((table + round) % tableCount)) / tableCount),
  )
}

/** What weighs more than any mixture: who meets somebody again learns nothing new, and less still at a table that she knows. */
export const meetingAgain = 10
export const sameTableAgain = 30

/** What it costs that two people sit at one table, whatever else: 0 where nothing speaks against it. */
export function unease(one: Guest, other: Guest, rule: SeatingRule): number {
  let cost = 0
  if (rule.mixesCountries && one.country !== null && one.country === other.country) cost += 1
  if (rule.mixesOrganisations && one.organisation !== null && one.organisation === other.organisation) cost += 1
  if (rule.remote === 'mixed' && one.isRemote === other.isRemote) cost += 1
  // A table that is half in the room leaves the far half out: worse than any other mixture.
  if (rule.remote === 'together' && one.isRemote !== other.isRemote) cost += 4
  return cost
}
