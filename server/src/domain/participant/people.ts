import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { Role } from '#shared/protocol/messages.ts'
import { operatorId } from '../access/caller.ts'
import type { AccountStore } from '../account/account-store.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { RecordPacking } from '../checkpoint/record-packing.ts'
import type { Clock } from '../clock.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { Sessions } from '../session/sessions.ts'
import type { Participant } from './participant.ts'
import type { ParticipantStore } from './participant-store.ts'
import type { RemovalStore } from './removal.ts'

export type PersonChange = { readonly role?: Role | undefined; readonly isRemoved?: false | undefined }
export type People = ReturnType<typeof createPeople>

/** Who came to a board by invitation: what they may be, and what they have made. Holders of accounts are on every board. */
export function createPeople(ports: {
  participants: ParticipantStore
  accounts: Pick<AccountStore, 'get'>
  removals: RemovalStore
  packing: RecordPacking
  rooms: Pick<RoomRegistry, 'disconnect' | 'changeRole' | 'removeMadeBy' | 'putBack'>
  sessions: Pick<Sessions, 'personRemoved' | 'personDemoted'>
  secrets: Pick<Secrets, 'newId'>
  clock: Clock
}) {
  const { participants, accounts, removals, packing, rooms, sessions, secrets, clock } = ports

  /** @throws {DomainError} `person_not_found` */
  async function find(boardId: string, id: string): Promise<Participant> {
    const participant = await participants.findOnBoard(boardId, id)
    if (!participant) throw new DomainError('person_not_found')
    return participant
  }

  return {
    /** Removed or not, the first one first. */
    list: (boardId: string): Promise<readonly Participant[]> => participants.listByBoard(boardId),

    /** Whether somebody who is not here, or is, may lead. */
    async isFacilitator(boardId: string, id: string): Promise<boolean> {
      if (id === operatorId) return true
      const participant = await participants.findOnBoard(boardId, id)
      if (participant) return participant.role === 'facilitator' && participant.removedAtMs === null
      const account = await accounts.get(id)
      return account !== undefined && !account.isDisabled
    },

    /** @throws {DomainError} `person_not_found`, `not_allowed` for one's own role */
    async update(by: BoardMember, id: string, { role, isRemoved }: PersonChange): Promise<Participant> {
      const { boardId } = by
      const before = await find(boardId, id)
      // The last facilitator of a room must not lock herself out by a slip.
      if (role !== undefined && id === by.participantId) throw new DomainError('not_allowed')
      const change = { ...(role ? { role } : {}), ...(isRemoved === false ? { removedAtMs: null } : {}) }
      if (Object.keys(change).length > 0) await participants.update(id, change)
      if (role && role !== before.role) {
        rooms.changeRole(boardId, id, role)
        if (role !== 'facilitator') await sessions.personDemoted(boardId, id)
      }
      return find(boardId, id)
    },

    /** Sends somebody away, for as long as nobody lets her in again. @throws {DomainError} `person_not_found`, `not_allowed` */
    async remove(by: BoardMember, id: string): Promise<void> {
      const { boardId } = by
      await find(boardId, id)
      if (id === by.participantId) throw new DomainError('not_allowed')
      await participants.update(id, { removedAtMs: clock.nowMs() })
      rooms.disconnect(boardId, 'removed', ({ participantId }) => participantId === id)
      await sessions.personRemoved(boardId, id)
    },

    /** Takes everything off the board that somebody has put on it; it is kept for undoing. @throws {DomainError} `person_not_found` */
    async removeNotes(by: BoardMember, id: string): Promise<{ removalId: string | null; shapeCount: number }> {
      const { boardId, participantId } = by
      // What an account's holder or the operator has made can be taken away as well; there is just no such guest.
      const removed = await rooms.removeMadeBy(boardId, id, participantId)
      if (removed.length === 0) {
        await find(boardId, id)
        return { removalId: null, shapeCount: 0 }
      }
      const removalId = secrets.newId()
      const made = { boardId, participantId: id, removedBy: participantId, removedAtMs: clock.nowMs() }
      await removals.save({ id: removalId, ...made, contents: await packing.pack(removed) })
      return { removalId, shapeCount: countShapes(removed) }
    },

    /** @throws {DomainError} `removal_not_found` */
    async restoreNotes(by: BoardMember, removalId: string): Promise<{ shapeCount: number }> {
      const contents = await removals.readContents(by.boardId, removalId)
      const records = contents && (await packing.unpack(contents))
      if (!records) throw new DomainError('removal_not_found')
      return { shapeCount: await rooms.putBack(by.boardId, records, by.participantId) }
    },
  }
}

function countShapes(records: readonly BoardRecord[]): number {
  return records.filter(({ typeName }) => typeName === 'shape').length
}
