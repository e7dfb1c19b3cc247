import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { PersonPlace, Role } from '#shared/protocol/messages.ts'
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

/** What somebody may say of herself, too. */
export type SelfChange = { readonly place?: PersonPlace | null | undefined; readonly standsFor?: number | undefined }
export type PersonChange = SelfChange & { readonly role?: Role | undefined; readonly isRemoved?: false | undefined }
export type People = ReturnType<typeof createPeople>

/** Who came to a board by invitation: what they may be, and what they have made. Holders of accounts are on every board. */
export function createPeople(ports: {
  participants: ParticipantStore
  accounts: Pick<AccountStore, 'get'>
  removals: RemovalStore
  packing: RecordPacking
  rooms: Pick<RoomRegistry, 'disconnect' | 'changeMember' | 'removeMadeBy' | 'putBack'>
  sessions: Pick<Sessions, 'personRemoved' | 'personDemoted'>
  /** Votes are counted by how many people somebody stands for: that stays as it is until they are. */
  isVoteOpen: (boardId: string) => boolean
  secrets: Pick<Secrets, 'newId'>
  clock: Clock
}) {
  const { participants, accounts, removals, packing, rooms, sessions, isVoteOpen, secrets, clock } = ports

  /** @throws {DomainError} `person_not_found` */
  async function find(boardId: string, id: string): Promise<Participant> {
    const participant = await participants.findOnBoard(boardId, id)
    if (!participant) throw new DomainError('person_not_found')
    return participant
  }

  /** @throws {DomainError} `vote_is_open`, `not_allowed` for the number of people of somebody who is one */
  async function change(before: Participant, asked: Omit<PersonChange, 'isRemoved'>): Promise<void> {
    const { id, boardId } = before
    const role = asked.role ?? before.role
    if (asked.standsFor !== undefined && asked.standsFor > 1 && role !== 'table') throw new DomainError('not_allowed')
    const standsFor = role === 'table' ? (asked.standsFor ?? before.standsFor) : 1
    const place = asked.place === undefined ? before.place : asked.place
    if (role === before.role && standsFor === before.standsFor && place === before.place) return
    if (standsFor !== before.standsFor && isVoteOpen(boardId)) throw new DomainError('vote_is_open')
    await participants.update(id, { role, standsFor, place })
    rooms.changeMember(boardId, id, { ...(role === before.role ? {} : { role }), standsFor, place })
    if (before.role === 'facilitator' && role !== before.role) await sessions.personDemoted(boardId, id)
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

    /** Everybody who joined by invitation and was not sent away. */
    listPresent: async (boardId: string): Promise<readonly Participant[]> =>
      (await participants.listByBoard(boardId)).filter(({ removedAtMs }) => removedAtMs === null),

    /** Whether all of them may be on the board, here or not. */
    async areOnBoard(boardId: string, ids: ReadonlySet<string>): Promise<boolean> {
      const joined = await participants.listByBoard(boardId)
      const known = new Set(joined.flatMap(({ id, removedAtMs }) => (removedAtMs === null ? [id] : [])))
      for (const id of ids) {
        if (known.has(id) || id === operatorId) continue
        const account = await accounts.get(id)
        if (!account || account.isDisabled) return false
      }
      return true
    },

    /** @throws {DomainError} `person_not_found`, `vote_is_open`, `not_allowed` for one's own role */
    async update(by: BoardMember, id: string, { isRemoved, ...asked }: PersonChange): Promise<Participant> {
      const { boardId } = by
      const before = await find(boardId, id)
      // The last facilitator of a room must not lock herself out by a slip.
      if (asked.role !== undefined && id === by.participantId) throw new DomainError('not_allowed')
      if (isRemoved === false) await participants.update(id, { removedAtMs: null })
      await change(before, asked)
      return find(boardId, id)
    },

    /** @throws {DomainError} `person_not_found` for somebody who did not come by invitation, `vote_is_open`, `not_allowed` */
    async updateSelf({ boardId, participantId }: BoardMember, asked: SelfChange): Promise<Participant> {
      await change(await find(boardId, participantId), asked)
      return find(boardId, participantId)
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
