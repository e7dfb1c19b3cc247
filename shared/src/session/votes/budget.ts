import type { VoteSetup } from './vote-setup.ts'

/** Slots below hold dots, those from here on super-votes: as many as a table's device can have of either. */
export const firstSuperSlot = 2_000

export type Budget = { readonly dots: number; readonly superVotes: number }
export type DotKind = 'dot' | 'super'

/** @param weight - how many people the voter stands for */
export function budgetOf(
  setup: VoteSetup,
  { participantId, weight }: { participantId: string; weight: number },
): Budget {
  const { dots, decider } = setup
  return { dots: dots * weight, superVotes: decider?.participantId === participantId ? decider.superVotes : 0 }
}

/** How many dots the voter may put on one note: where it is one each, as many as there are people she stands for. */
export function mostOnOne({ severalOnOne, dots }: VoteSetup, budget: Budget): number {
  return severalOnOne ? budget.dots : budget.dots / dots
}

/** @returns undefined for a slot that the voter does not have. */
export function kindOfSlot(slot: number, budget: Budget): DotKind | undefined {
  if (!Number.isInteger(slot) || slot < 0) return undefined
  if (slot < firstSuperSlot) return slot < budget.dots ? 'dot' : undefined
  return slot - firstSuperSlot < budget.superVotes ? 'super' : undefined
}

/** The slot that the next dot goes into; undefined when all are used. */
export function freeSlot(
  used: readonly { readonly slot: number }[],
  budget: Budget,
  kind: DotKind,
): number | undefined {
  const first = kind === 'dot' ? 0 : firstSuperSlot
  const count = kind === 'dot' ? budget.dots : budget.superVotes
  const taken = new Set(used.map(({ slot }) => slot))
  return Array.from({ length: count }, (_, i) => first + i).find((slot) => !taken.has(slot))
}

/** How many of somebody's dots, and super-votes, are used. */
export function usedOf(dots: readonly { readonly slot: number }[]): Budget {
  const superVotes = dots.filter(({ slot }) => slot >= firstSuperSlot).length
  return { dots: dots.length - superVotes, superVotes }
}
