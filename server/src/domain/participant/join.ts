import { DomainError } from '#shared/errors.ts'
import type { PersonPlace, Role } from '#shared/protocol/messages.ts'
import type { Caller } from '../access/caller.ts'
import type { Device } from '../access/device.ts'
import type { BoardSummary } from '../board/board.ts'
import type { BoardStore } from '../board/board-store.ts'
import type { Clock } from '../clock.ts'
import type { Invite } from '../invite/invite.ts'
import type { Secrets } from '../secrets.ts'
import type { Participant } from './participant.ts'
import type { ParticipantStore } from './participant-store.ts'

/** What a person says of herself. */
export type PersonDetails = {
  readonly name: string
  readonly country: string | null
  readonly organisation: string | null
  /** Missing: as she has said before. */
  readonly place: PersonPlace | undefined
  readonly standsFor: number | undefined
}
/** The token is handed out and stored nowhere. */
export type Joined = { readonly participant: Participant; readonly token: string }
export type Joining = ReturnType<typeof createJoining>

const roleStrength: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, table: 2, facilitator: 3 }

/** Coming onto a board by invitation, and coming back. */
export function createJoining(ports: {
  boards: BoardStore
  participants: ParticipantStore
  /** Votes are counted by how many people somebody stands for: who is on the board stays as many until they are. */
  isVoteOpen: (boardId: string) => boolean
  secrets: Secrets
  clock: Clock
}) {
  const { boards, participants, isVoteOpen, secrets, clock } = ports

  /** @throws {DomainError} `board_deleted` */
  async function boardOf(invite: Invite): Promise<BoardSummary> {
    const board = await boards.get(invite.boardId)
    if (!board || board.deletedAtMs !== null) throw new DomainError('board_deleted')
    return board
  }

  /** The same device, or a join token of this board, is the same person. */
  async function findReturning(boardId: string, caller: Caller, device: Device): Promise<Participant | undefined> {
    if (caller.kind === 'participant' && caller.participant.boardId === boardId) return caller.participant
    const guestId = await participants.findGuestId(secrets.hash(device.secret))
    return guestId === undefined ? undefined : participants.findByGuest(boardId, guestId)
  }

  return {
    /** What the join page shows first. @throws {DomainError} `board_deleted` */
    async preview(invite: Invite, caller: Caller, device: Device) {
      const board = await boardOf(invite)
      return { board, returning: await findReturning(board.id, caller, device) }
    },

    /**
     * @param next - what the device goes by from now on, where somebody else than before joins on it
     * @throws {DomainError} `board_deleted`, `door_locked` to new people, `removed_from_board`
     */
    async join(invite: Invite, caller: Caller, device: Device, person: PersonDetails, next?: Device): Promise<Joined> {
      const board = await boardOf(invite)
      const before = await findReturning(board.id, caller, device)
      // Else saying that one is somebody else would be the way back in.
      if (before && before.removedAtMs !== null) throw new DomainError('removed_from_board')
      const come = () =>
        next ? tryJoin(board, invite, { kind: 'nobody' }, next, person) : tryJoin(board, invite, caller, device, person)
      // Two tabs of one device joining at once: the slower one finds itself returning.
      const joined = (await come()) ?? (await come())
      if (!joined) throw new Error('the participant could not be kept')
      return joined
    },
  }

  async function tryJoin(
    board: BoardSummary,
    invite: Invite,
    caller: Caller,
    device: Device,
    person: PersonDetails,
  ): Promise<Joined | undefined> {
    const returning = await findReturning(board.id, caller, device)
    if (!returning && board.isDoorLocked) throw new DomainError('door_locked')
    const token = secrets.newSecret()
    const guestSecretHash = secrets.hash(device.secret)
    const guestId = returning?.guestId ?? (await participants.findGuestId(guestSecretHash))
    const nowMs = clock.nowMs()
    // Opening a viewer's link to look at it must not take the pen out of a facilitator's hand.
    const { role, inviteId } =
      returning && roleStrength[returning.role] >= roleStrength[invite.role]
        ? returning
        : { role: invite.role, inviteId: invite.id }
    const said = role === 'table' ? (person.standsFor ?? returning?.standsFor ?? 1) : 1
    const participant: Participant = {
      ...person,
      ...{ role, inviteId },
      place: person.place ?? returning?.place ?? null,
      standsFor: returning && isVoteOpen(board.id) ? returning.standsFor : said,
      id: returning?.id ?? secrets.newId(),
      boardId: board.id,
      guestId: guestId ?? secrets.newId(),
      joinedAtMs: returning?.joinedAtMs ?? nowMs,
      removedAtMs: null,
    }
    const isKept = await participants.save(participant, guestId === undefined ? guestSecretHash : undefined, {
      tokenHash: secrets.hash(token),
      createdAtMs: nowMs,
    })
    return isKept ? { participant, token } : undefined
  }
}
