import { type AwarenessEntry, goneState, isGone } from '#shared/protocol/awareness-entries.ts'
import type { ClientIds } from './client-ids.ts'
import type { Connection } from './connection.ts'

/** What each connection shows of itself. Nothing of it is stored. */
export interface Presence {
  /** Takes what a connection says of itself; what it says of others is left out. @returns what is to be told. */
  take(connection: Connection, entries: readonly AwarenessEntry[]): PresenceChange
  /** @returns what is to be told to those who stay. */
  leave(connection: Connection): readonly AwarenessEntry[]
  /** Everybody's latest state. */
  states(): readonly AwarenessEntry[]
}

export type PresenceChange = {
  readonly told: readonly AwarenessEntry[]
  /** The connection came back with a clock that the others have seen already, and would not be listened to. */
  readonly mustRenew: AwarenessEntry | undefined
  /** It is known now under which awareness id this connection shows itself. */
  readonly isNew: boolean
}

/** Departed ids whose clocks are remembered; a tab that comes back after that many others just renews later. */
const maxDeparted = 5_000

export function createPresence(clientIds: ClientIds): Presence {
  const owners = new Map<number, Connection>()
  const latest = new Map<number, AwarenessEntry>()
  const departed = new Map<number, number>()

  /**
   * One id for each connection, its first: a stock client re-sends everybody's states, and would otherwise take over
   * the id of somebody who has just left. The same person may take hers from a line that died unnoticed.
   */
  const claims = (connection: Connection, { clientId, state }: AwarenessEntry): boolean => {
    if (connection.clientId !== undefined) return connection.clientId === clientId
    if (isGone(state) || !clientIds.claim(clientId, connection.member.participantId)) return false
    const owner = owners.get(clientId)
    if (owner && owner.member.participantId !== connection.member.participantId) return false
    if (owner) owner.clientId = undefined
    owners.set(clientId, connection)
    connection.clientId = clientId
    return true
  }

  return {
    take(connection, entries) {
      const hadId = connection.clientId !== undefined
      const told: AwarenessEntry[] = []
      let mustRenew: AwarenessEntry | undefined
      for (const entry of entries) {
        // First, because it costs nothing: most of what a stock client sends is about others.
        if (connection.clientId !== undefined && connection.clientId !== entry.clientId) continue
        if (!isJson(entry.state) || !claims(connection, entry)) continue
        const before = latest.get(entry.clientId)
        if (before && before.clock > entry.clock) continue
        const lastClock = departed.get(entry.clientId)
        if (lastClock !== undefined && entry.clock <= lastClock) mustRenew = { ...entry, state: goneState }
        departed.delete(entry.clientId)
        latest.set(entry.clientId, entry)
        told.push(entry)
      }
      return { told, mustRenew, isNew: !hadId && connection.clientId !== undefined }
    },
    leave(connection) {
      const { clientId } = connection
      if (clientId === undefined || owners.get(clientId) !== connection) return []
      owners.delete(clientId)
      const last = latest.get(clientId)
      latest.delete(clientId)
      if (!last) return []
      departed.set(clientId, last.clock)
      for (const oldest of departed.keys()) {
        if (departed.size <= maxDeparted) break
        departed.delete(oldest)
      }
      return isGone(last.state) ? [] : [{ ...last, state: goneState }]
    },
    states: () => [...latest.values()].filter((entry) => !isGone(entry.state)),
  }
}

/** As stock clients read text: they throw at what is no UTF-8. One for all, for making one costs more than what it is used for. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Every reader parses a state, and a stock client's message handler throws at the first that is none. */
function isJson(state: Uint8Array): boolean {
  try {
    JSON.parse(utf8.decode(state))
    return true
  } catch {
    return false
  }
}
