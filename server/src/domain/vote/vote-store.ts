import type { DotKind } from '#shared/session/votes/budget.ts'
import type { VoteResult, VoteRound } from '#shared/session/votes/round.ts'
import type { Ballot, GivenDot } from '#shared/session/votes/tally.ts'

/** A round as it is stored. */
export type StoredRound = VoteRound & { readonly boardId: string; readonly result: VoteResult | null }
export type NewRound = Omit<VoteRound, 'number' | 'closedAtMs' | 'revision'> & {
  readonly boardId: string
  /** New for every round that somebody opens, the same for every attempt to send it. */
  readonly key: string
}

/** A dot on its way into the store. */
export type NewDot = {
  readonly roundId: string
  readonly dot: GivenDot
  readonly kind: DotKind
  readonly atMs: number
  readonly voter: Omit<Ballot, 'isLeftOut' | 'participantId'>
}

/** What a round has come to, for the tally. */
export type Given = {
  readonly dots: readonly GivenDot[]
  readonly ballots: readonly Ballot[]
  /** Rises with everything that would make the result another. */
  readonly touches: number
}

/** Keeps votes. Each method is one atomic step. */
export interface VoteStore {
  /** The same key again is the same round. @throws {DomainError} `vote_is_open`, `too_many_votes`, `board_not_found` */
  open(round: NewRound): Promise<StoredRound>
  find(boardId: string, id: string): Promise<StoredRound | undefined>
  findOpen(boardId: string): Promise<StoredRound | undefined>
  /** The newest first. */
  list(boardId: string): Promise<readonly StoredRound[]>
  /** Of all boards. */
  listOpen(): Promise<readonly StoredRound[]>
  given(roundId: string): Promise<Given>
  /**
   * Keeps the dot where all of it is so at the same moment: the round is open and before its deadline, the slot is in the
   * voter's budget and free, the voter is neither left out nor removed from the board.
   *
   * @returns false where it is not: nothing was written. The same dot may be there already.
   */
  putDot(dot: NewDot): Promise<boolean>
  /** @returns false where the round takes nothing any more. */
  removeDot(roundId: string, participantId: string, slot: number, atMs: number): Promise<boolean>
  /** @returns false where the round is closed. */
  leaveOut(roundId: string, ballot: Ballot): Promise<boolean>
  /**
   * Closes a round with its result; of a secret one, who gave which dot is gone with the same commit.
   *
   * @param touches - as of when the result was made
   * @returns false where something came in between, or the round is closed already.
   */
  close(
    roundId: string,
    closing: { touches: number; atMs: number; result: VoteResult; isSecret: boolean },
  ): Promise<boolean>
  /** Another result of a closed round. @returns false where it is not what it was at `revision`. */
  revise(roundId: string, revision: number, result: VoteResult, ballot: Ballot): Promise<boolean>
}
