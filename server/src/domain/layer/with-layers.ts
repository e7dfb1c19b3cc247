import type { LiveRooms } from '../room/room-registry.ts'
import type { Layers } from './layers.ts'

/** The boards' rooms, with which the layers of their people come and go. */
export function withLayers(rooms: LiveRooms, layers: Layers): LiveRooms {
  return {
    ...rooms,
    tellSession(boardId, session) {
      rooms.tellSession(boardId, session)
      layers.sessionChanged(boardId, session)
    },
    changeMember(boardId, participantId, change) {
      rooms.changeMember(boardId, participantId, change)
      if (!change.role) return
      // She comes back as what she is now.
      layers.disconnect(boardId, 'goingAway', (member) => member.participantId === participantId)
    },
    disconnect(boardId, kind, isAffected) {
      rooms.disconnect(boardId, kind, isAffected)
      layers.disconnect(boardId, kind, isAffected)
    },
    disconnectEverywhere(kind, isAffected) {
      rooms.disconnectEverywhere(kind, isAffected)
      layers.disconnectEverywhere(kind, isAffected)
    },
    async drain() {
      // A reveal that is under way needs the board.
      const isLayersStored = await layers.drain()
      return (await rooms.drain()) && isLayersStored
    },
  }
}
