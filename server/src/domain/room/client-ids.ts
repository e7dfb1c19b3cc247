/**
 * Whose Yjs client ids are whose. An id belongs to the first participant who shows it in awareness while the board is
 * in memory; nobody else may continue it. Others do re-send what its owner wrote, but never more than the server has
 * already: what they know of her they know from here.
 */
export interface ClientIds {
  /** False when it is somebody else's. */
  claim(clientId: number, participantId: string): boolean
  isOthers(clientId: number, participantId: string): boolean
}

/** Each reload of a page takes a new one. The oldest are forgotten; they can be claimed again, as after a restart. */
const maxKept = 20_000

export function createClientIds(): ClientIds {
  const owners = new Map<number, string>()
  const isOthers = (clientId: number, participantId: string) => {
    const owner = owners.get(clientId)
    return owner !== undefined && owner !== participantId
  }
  return {
    claim(clientId, participantId) {
      if (isOthers(clientId, participantId)) return false
      owners.delete(clientId)
      owners.set(clientId, participantId)
      const [oldest] = owners.keys()
      if (owners.size > maxKept && oldest !== undefined) owners.delete(oldest)
      return true
    },
    isOthers,
  }
}
