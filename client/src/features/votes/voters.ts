import type { Voter } from '#shared/session/votes/round.ts'

/** Those who have a dot, or a super-vote, left. */
export function leftOf({ budget, used }: Voter): number {
  return Math.max(0, budget.dots - used.dots) + Math.max(0, budget.superVotes - used.superVotes)
}

export function doneVoters(voters: readonly Voter[]): readonly Voter[] {
  return voters.filter((voter) => leftOf(voter) === 0)
}

/** What is known of everybody, with what is newer of some. */
export function mergeVoters(all: readonly Voter[], newer: readonly Voter[]): readonly Voter[] {
  const byId = new Map(all.map((voter) => [voter.participantId, voter]))
  for (const voter of newer) byId.set(voter.participantId, voter)
  return [...byId.values()]
}

/** A vote is not closed in passing while so much of it is still to come. */
const muchLeft = 0.1

/** @returns what is left in it; undefined where it is little. */
export function muchLeftIn(voters: readonly Voter[]): { readonly dots: number; readonly people: number } | undefined {
  const counted = voters.filter(({ isLeftOut }) => !isLeftOut)
  const dots = counted.reduce((sum, voter) => sum + leftOf(voter), 0)
  const all = counted.reduce((sum, { budget }) => sum + budget.dots + budget.superVotes, 0)
  if (dots === 0 || dots < all * muchLeft) return undefined
  return { dots, people: counted.length - doneVoters(counted).length }
}
