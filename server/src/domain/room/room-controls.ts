import type { Notice } from '#shared/protocol/messages.ts'
import type { Connection } from './connection.ts'
import type { Room } from './live-room.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomPresence } from './room-presence.ts'
import type { RoomSession } from './room-session.ts'
import type { UpdateIntake } from './update-intake.ts'

/** What facilitators and the session do to a room, from outside its lines. */
export type RoomControls = Pick<
  Room,
  | 'tellSession'
  | 'tellVotes'
  | 'notifyFacilitators'
  | 'isHere'
  | 'takePeopleSeen'
  | 'changeMember'
  | 'removeMadeBy'
  | 'putBack'
>

export function createRoomControls(ports: {
  readonly connections: ReadonlySet<Connection>
  readonly session: RoomSession
  readonly presence: RoomPresence
  readonly document: RoomDocument
  readonly updates: UpdateIntake
  readonly notify: (connection: Connection, notice: Notice) => void
}): RoomControls {
  const { connections, session, presence, document, updates, notify } = ports
  return {
    tellSession: session.set,
    tellVotes: presence.votesChanged,
    notifyFacilitators(notice) {
      for (const connection of connections) if (connection.member.role === 'facilitator') notify(connection, notice)
    },
    isHere: presence.isHere,
    takePeopleSeen: presence.takePeopleSeen,
    changeMember(participantId, change) {
      presence.memberChanged(participantId, change)
      session.review()
    },
    async removeMadeBy(participantId, byId) {
      const removed = document.removeMadeBy(participantId)
      await updates.write(removed, byId)
      return removed.records
    },
    async putBack(records, byId) {
      const made = document.putBack(records)
      await updates.write(made, byId)
      return made.count
    },
  }
}
