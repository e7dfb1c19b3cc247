import { createContext, use } from 'react'
import type { DotKind } from '#shared/session/votes/budget.ts'
import type { OpenVote, VotesNews } from '#shared/session/votes/round.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import type { Readable, Writable } from '../../sync/readable.ts'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import type { OwnBallot, VoteDesk } from './vote-desk.ts'

/** What the parts of votes share. */
export type VotesPlace = {
  readonly boardId: string
  readonly news: Readable<VotesNews | undefined>
  /** Undefined until there is something to vote on. */
  readonly desk: VoteDesk | undefined
  readonly canvas: CanvasHandle | undefined
  /** The closed round whose result is shown on the notes. */
  readonly shownRoundId: string | undefined
  readonly showRound: (roundId: string | undefined) => void
  readonly onPanel: () => void
  /** What a Decider puts next. */
  readonly kind: Writable<DotKind>
  /** What was done last, for who cannot see it. */
  readonly said: Writable<string>
}

export const VotesContext = createContext<VotesPlace | undefined>(undefined)

export function useVotesPlace(): VotesPlace {
  const place = use(VotesContext)
  if (!place) throw new Error('There are no votes around this part.')
  return place
}

export function useOpenVote(): OpenVote | undefined {
  return useReadable(useVotesPlace().news)?.open ?? undefined
}

const noBallot = constant<OwnBallot | undefined>(undefined)

export function useBallot(): OwnBallot | undefined {
  return useReadableOr(useVotesPlace().desk?.ballot, noBallot)
}
