import { budgetOf } from '#shared/session/votes/budget.ts'
import type { OwnDot, OwnVote, Voter } from '#shared/session/votes/round.ts'
import { type Ballot, type GivenDot, votersWithDots } from '#shared/session/votes/tally.ts'
import type { Given, StoredRound } from './vote-store.ts'

/** A round that is open, with what is stored of it: read once, and changed when a change is durable. */
export interface OpenRound {
  readonly round: StoredRound
  /** Set while it is being closed: whoever wants to change something waits for it. */
  closing: Promise<void> | undefined
  stopTimer: () => void
  ballotOf(participantId: string): Ballot | undefined
  ownOf(voter: { readonly participantId: string; readonly weight: number }): OwnVote
  dotsOf(participantId: string): readonly OwnDot[]
  /** Everybody who has used a dot or was left out. */
  voters(): Voter[]
  dotPut(dot: GivenDot, ballot: Ballot): void
  dotRemoved(participantId: string, slot: number): void
  ballotChanged(ballot: Ballot): void
}

export function createOpenRound(round: StoredRound, given: Omit<Given, 'touches'>): OpenRound {
  const dots = new Map<string, GivenDot[]>()
  const ballots = new Map(given.ballots.map((ballot) => [ballot.participantId, ballot]))
  const dotsOf = (participantId: string) => dots.get(participantId) ?? []
  const without = (participantId: string, slot: number) => dotsOf(participantId).filter((dot) => dot.slot !== slot)
  const put = (dot: GivenDot) => {
    const { participantId, slot } = dot
    dots.set(
      participantId,
      [...without(participantId, slot), dot].toSorted((a, b) => a.slot - b.slot),
    )
  }
  for (const dot of given.dots) put(dot)

  return {
    round,
    closing: undefined,
    stopTimer: () => undefined,
    ballotOf: (participantId) => ballots.get(participantId),
    dotsOf,
    ownOf(voter) {
      return {
        budget: budgetOf(round.setup, voter),
        dots: dotsOf(voter.participantId).map(({ slot, targetId, point }) => ({ slot, targetId, point })),
        isLeftOut: ballots.get(voter.participantId)?.isLeftOut ?? false,
      }
    },
    voters: () => votersWithDots(round, [...dots.values()].flat(), [...ballots.values()]),
    dotPut(dot, ballot) {
      put(dot)
      ballots.set(ballot.participantId, ballot)
    },
    dotRemoved(participantId, slot) {
      dots.set(participantId, without(participantId, slot))
    },
    ballotChanged(ballot) {
      ballots.set(ballot.participantId, ballot)
    },
  }
}
