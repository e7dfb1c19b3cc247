import type { NoteKind } from '../../board/zone-shape.ts'
import { budgetOf, firstSuperSlot, usedOf } from './budget.ts'
import { rankBy } from './ranking.ts'
import type { OwnDot, ResultTarget, VoteResult, VoteRound, Voter } from './round.ts'

export type GivenDot = OwnDot & { readonly participantId: string }

/** Somebody who has voted, or was left out before she did. */
export type Ballot = {
  readonly participantId: string
  readonly name: string
  readonly weight: number
  readonly joinedLater: boolean
  readonly isLeftOut: boolean
}

/** What a target was when the round was closed. */
export type TargetThen = {
  readonly kind: NoteKind | null
  readonly zone: string | null
  readonly text: string
  readonly isGone: boolean
}

const goneTarget: TargetThen = { kind: null, zone: null, text: '', isGone: true }

/**
 * The result of a round. Dots of people who are left out do not count; in a named round what only they voted for is kept
 * without votes, so that they can be taken in again.
 */
export function tally(
  { setup }: Pick<VoteRound, 'setup'>,
  given: {
    readonly dots: readonly GivenDot[]
    readonly ballots: readonly Ballot[]
    readonly targetOf: (targetId: string) => TargetThen | undefined
    readonly changes?: VoteResult['changes']
  },
): VoteResult {
  const { dots, ballots, targetOf, changes = [] } = given
  const names = new Map(ballots.map(({ participantId, name }) => [participantId, name]))
  const leftOut = new Set(ballots.filter(({ isLeftOut }) => isLeftOut).map(({ participantId }) => participantId))
  const counted = dots.filter(({ participantId }) => !leftOut.has(participantId))
  const byTarget = groupBy(counted, ({ targetId }) => targetId)
  const ids = setup.isSecret ? [...byTarget.keys()] : [...new Set(dots.map(({ targetId }) => targetId))]
  const targets = ids.map((targetId) => {
    const own = byTarget.get(targetId) ?? []
    const used = usedOf(own)
    return {
      targetId,
      ...(targetOf(targetId) ?? goneTarget),
      votes: used.dots,
      superVotes: used.superVotes,
      voters: setup.isSecret ? null : votersOf(own, names),
      points: pointsOf(own),
    }
  })
  const all = usedOf(counted)
  return {
    targets: withRanks(targets),
    votes: all.dots,
    superVotes: all.superVotes,
    voters: votersWithDots({ setup }, dots, ballots),
    changes,
  }
}

/** How many dots each person has used: a number for each, and nothing of where they are. */
export function votersWithDots(
  { setup }: Pick<VoteRound, 'setup'>,
  dots: readonly { readonly participantId: string; readonly slot: number }[],
  ballots: readonly Ballot[],
): Voter[] {
  const byVoter = groupBy(dots, ({ participantId }) => participantId)
  return ballots.map(({ participantId, name, weight, joinedLater, isLeftOut }) => ({
    ...{ participantId, name, joinedLater, isLeftOut },
    budget: budgetOf(setup, { participantId, weight }),
    used: usedOf(byVoter.get(participantId) ?? []),
  }))
}

type Unranked = Omit<ResultTarget, 'rank' | 'isTied' | 'superRank'>

function withRanks(targets: readonly Unranked[]): ResultTarget[] {
  const ranks = rankBy(targets, ({ votes }) => votes)
  const superRanks = rankBy(targets, ({ superVotes }) => superVotes)
  return targets
    .map((target) => {
      const rank = ranks.get(target)
      return {
        ...target,
        rank: rank?.rank ?? null,
        isTied: rank?.isTied ?? false,
        superRank: superRanks.get(target)?.rank ?? null,
      }
    })
    .toSorted((a, b) => b.votes - a.votes || b.superVotes - a.superVotes || compareWords(a.targetId, b.targetId))
}

function votersOf(dots: readonly GivenDot[], names: ReadonlyMap<string, string>) {
  return [...groupBy(dots, ({ participantId }) => participantId)]
    .map(([participantId, own]) => {
      const used = usedOf(own)
      return { participantId, name: names.get(participantId) ?? '', votes: used.dots, superVotes: used.superVotes }
    })
    .toSorted((a, b) => compareWords(a.name, b.name) || compareWords(a.participantId, b.participantId))
}

/** Sorted by place: the order in which rows lie says whose they are. */
function pointsOf(dots: readonly GivenDot[]): ResultTarget['points'] {
  return dots
    .flatMap(({ point, slot }) => (point ? [{ ...point, isSuper: slot >= firstSuperSlot }] : []))
    .toSorted((a, b) => a.x - b.x || a.y - b.y)
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
