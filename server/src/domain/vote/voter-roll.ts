import type { AccountStore } from '../account/account-store.ts'
import type { Participant } from '../participant/participant.ts'
import type { ParticipantStore } from '../participant/participant-store.ts'
import { mayVote, weightOf } from './round-view.ts'

export type RollEntry = {
  readonly participantId: string
  readonly name: string
  readonly joinedAtMs: number
  /** How many people she is. */
  readonly weight: number
  /** A facilitator has sent her away from the board. */
  readonly isRemoved: boolean
}

/** Who may vote on a board, here or not. People with an account may on every board, and are listed once they do. */
export interface VoterRoll {
  list(boardId: string): Promise<readonly RollEntry[]>
  /** Somebody who joined the board by invitation. */
  find(boardId: string, participantId: string): Promise<RollEntry | undefined>
  isVoter(boardId: string, participantId: string): Promise<boolean>
}

export function createVoterRoll(ports: {
  readonly participants: Pick<ParticipantStore, 'listByBoard' | 'findOnBoard'>
  readonly accounts: Pick<AccountStore, 'get'>
}): VoterRoll {
  const { participants, accounts } = ports

  const toEntry = ({ id, name, joinedAtMs, removedAtMs, standsFor }: Participant) => ({
    ...{ participantId: id, name, joinedAtMs, weight: weightOf({ standsFor }) },
    isRemoved: removedAtMs !== null,
  })

  return {
    async list(boardId) {
      const people = await participants.listByBoard(boardId)
      return people
        .filter(mayVote)
        .map(toEntry)
        .filter(({ isRemoved }) => !isRemoved)
    },
    async find(boardId, participantId) {
      const person = await participants.findOnBoard(boardId, participantId)
      return person && toEntry(person)
    },
    async isVoter(boardId, participantId) {
      const person = await participants.findOnBoard(boardId, participantId)
      if (person) return mayVote(person) && person.removedAtMs === null
      const account = await accounts.get(participantId)
      return account !== undefined && !account.isDisabled
    },
  }
}
