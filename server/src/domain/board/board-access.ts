import { DomainError } from '#shared/errors.ts'
import type { Authenticate } from '../access/authenticate.ts'
import { type Caller, operatorId, operatorName } from '../access/caller.ts'
import type { Participant } from '../participant/participant.ts'
import type { ParticipantStore } from '../participant/participant-store.ts'
import type { BoardAccess, BoardMember } from './board-member.ts'
import type { BoardStore } from './board-store.ts'

/** Who somebody is on a board; the socket's upgrade asks with credentials, a route with the caller it has already. */
export interface BoardMembership extends BoardAccess {
  /** A deleted board has members, too: they may bring it back. Everything else wants `memberOf`. */
  memberOfAny(boardId: string, caller: Caller): Promise<BoardMember>
  /** @throws {DomainError} as `BoardAccess.resolve` */
  memberOf(boardId: string, caller: Caller): Promise<BoardMember>
}

export function createBoardMembership(ports: {
  authenticate: Authenticate
  boards: BoardStore
  participants: ParticipantStore
}): BoardMembership {
  const { authenticate, boards, participants } = ports

  async function find(boardId: string, caller: Caller, isDeletedFine: boolean): Promise<BoardMember> {
    // Asked first: nobody learns which boards there are.
    if (caller.kind === 'nobody') throw new DomainError('not_signed_in')
    const board = await boards.get(boardId)
    if (!board) throw new DomainError('board_not_found')
    const member = await identify(boardId, caller)
    if (!member) throw new DomainError('not_a_member')
    if (board.deletedAtMs !== null && !isDeletedFine) throw new DomainError('board_deleted')
    return member
  }

  async function identify(boardId: string, caller: Caller): Promise<BoardMember | undefined> {
    switch (caller.kind) {
      case 'nobody':
        return undefined
      case 'operator':
        return facilitator(boardId, operatorId, operatorName)
      case 'account':
        // Account holders are on every board. Their id stands for them there, so it is stable across devices.
        return {
          ...facilitator(boardId, caller.account.id, caller.account.name),
          accountId: caller.account.id,
          signInHash: caller.tokenHash,
        }
      case 'participant':
        return caller.participant.boardId === boardId ? asMember(caller.participant) : undefined
      case 'guest': {
        const participant = await participants.findByGuest(boardId, caller.guestId)
        return participant && asMember(participant)
      }
    }
  }

  return {
    memberOf: (boardId, caller) => find(boardId, caller, false),
    memberOfAny: (boardId, caller) => find(boardId, caller, true),
    resolve: async (boardId, credentials) => find(boardId, await authenticate(credentials), false),
  }
}

function facilitator(boardId: string, participantId: string, name: string): BoardMember {
  return {
    boardId,
    participantId,
    role: 'facilitator',
    name,
    country: null,
    organisation: null,
    place: null,
    standsFor: 1,
    accountId: null,
    signInHash: null,
    inviteId: null,
  }
}

function asMember(participant: Participant): BoardMember {
  const { id, guestId: _guest, joinedAtMs: _joined, removedAtMs, ...member } = participant
  if (removedAtMs !== null) throw new DomainError('removed_from_board')
  return { ...member, participantId: id, accountId: null, signInHash: null }
}
