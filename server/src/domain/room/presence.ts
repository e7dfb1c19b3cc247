import { type AwarenessEntry, goneState, isGone } from '#shared/protocol/awareness-entries.ts'
import { type Person, personColours } from '#shared/protocol/messages.ts'
import type { Connection } from './connection.ts'

/** Who is in the room and what each shows of herself. Nothing of it is stored. */
export interface Presence {
  /** Takes what a connection says of itself; what it says of others is left out. @returns what is to be told. */
  take(connection: Connection, entries: readonly AwarenessEntry[]): PresenceChange
  /** @returns what is to be told to those who stay. */
  leave(connection: Connection): readonly AwarenessEntry[]
  /** Everybody's latest state. */
  states(): readonly AwarenessEntry[]
  /** Everybody who is here, each person once, with the server's own names. */
  people(connections: Iterable<Connection>): readonly Person[]
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

export function createPresence(): Presence {
  const owners = new Map<number, Connection>()
  const latest = new Map<number, AwarenessEntry>()
  const departed = new Map<number, number>()
  const colours = new Map<string, number>()

  /**
   * One id for each connection, its first: a stock client re-sends everybody's states, and would otherwise take over
   * the id of somebody who has just left. The same person may take hers from a line that died unnoticed.
   */
  const claims = (connection: Connection, { clientId, state }: AwarenessEntry): boolean => {
    if (connection.clientId !== undefined) return connection.clientId === clientId
    if (isGone(state)) return false
    const owner = owners.get(clientId)
    if (owner && owner.member.participantId !== connection.member.participantId) return false
    if (owner) owner.clientId = undefined
    owners.set(clientId, connection)
    connection.clientId = clientId
    return true
  }

  const colourOf = (participantId: string, taken: ReadonlySet<number>): number => {
    const known = colours.get(participantId)
    if (known !== undefined) return known
    const first = hash(participantId) % personColours.length
    let colour = first
    while (taken.has(colour) && (colour + 1) % personColours.length !== first)
      colour = (colour + 1) % personColours.length
    colours.set(participantId, colour)
    return colour
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
    people(connections) {
      const people = new Map<string, Person>()
      const present = [...connections]
      const taken = new Set(present.flatMap(({ member }) => colours.get(member.participantId) ?? []))
      for (const { member, clientId } of present) {
        const known = people.get(member.participantId)
        const colour = known?.colour ?? colourOf(member.participantId, taken)
        taken.add(colour)
        people.set(member.participantId, {
          participantId: member.participantId,
          clientIds: [...(known?.clientIds ?? []), ...(clientId === undefined ? [] : [clientId])],
          name: member.name,
          country: member.country,
          organisation: member.organisation,
          role: member.role,
          colour,
        })
      }
      return [...people.values()]
    },
  }
}

/** Every reader parses a state, and a stock client's message handler throws at the first that is none. */
function isJson(state: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(state))
    return true
  } catch {
    return false
  }
}

/** FNV-1a: the same person gets the same colour on every day on which nobody else has it. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
