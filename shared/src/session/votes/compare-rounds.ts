import type { ResultTarget, VoteResult } from './round.ts'

export type ComparedRound = { readonly id: string; readonly result: Pick<VoteResult, 'targets'> }
/** How one target did in each of the rounds, in their order; null where nobody voted for it. */
export type ComparedTarget = {
  readonly targetId: string
  /** As it was in the last round that had it. */
  readonly text: string
  readonly rounds: (Pick<ResultTarget, 'votes' | 'superVotes' | 'rank' | 'isTied' | 'text'> | null)[]
}

/** Rounds side by side, those that did best in the last round first. */
export function compareRounds(rounds: readonly ComparedRound[]): ComparedTarget[] {
  const byRound = rounds.map(({ result }) => new Map(result.targets.map((target) => [target.targetId, target])))
  const ids = [...new Set(byRound.flatMap((targets) => [...targets.keys()]))]
  return ids
    .map((targetId) => {
      const found = byRound.map((targets) => targets.get(targetId))
      const text = found.findLast((one) => one)?.text ?? ''
      return { targetId, text, rounds: found.map((one) => (one ? entryOf(one) : null)) }
    })
    .toSorted((a, b) => byLastRound(a, b) || (a.targetId < b.targetId ? -1 : 1))
}

function entryOf({ votes, superVotes, rank, isTied, text }: ResultTarget) {
  return { votes, superVotes, rank, isTied, text }
}

function byLastRound(a: ComparedTarget, b: ComparedTarget): number {
  for (let i = a.rounds.length - 1; i >= 0; i -= 1) {
    const difference = (b.rounds[i]?.votes ?? 0) - (a.rounds[i]?.votes ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
