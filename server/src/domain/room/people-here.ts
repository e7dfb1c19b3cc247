import { type Person, personColours } from '#shared/protocol/messages.ts'
import type { Connection } from './connection.ts'

/** Who is in the room: each person once, with the server's own names, and with her connections. */
export interface PeopleHere {
  join(connection: Connection): void
  leave(connection: Connection): void
  readonly count: number
  /** Undefined for somebody who is not here. */
  person(participantId: string): Person | undefined
  /** In the order in which they came. */
  ids(): Iterable<string>
}

export function createPeopleHere(): PeopleHere {
  const here = new Map<string, Set<Connection>>()
  /** Also of those who left: they get theirs back. */
  const colours = new Map<string, number>()
  const wearers = personColours.map(() => 0)

  const colourOf = (participantId: string): number => {
    const known = colours.get(participantId)
    if (known !== undefined) return known
    const first = hash(participantId) % wearers.length
    // The same person gets the same colour on every day, unless fewer people wear another.
    const fewest = Math.min(...wearers)
    let colour = first
    while ((wearers[colour] ?? 0) > fewest) colour = (colour + 1) % wearers.length
    colours.set(participantId, colour)
    return colour
  }
  const wear = (participantId: string, step: number) => {
    const colour = colourOf(participantId)
    wearers[colour] = (wearers[colour] ?? 0) + step
  }

  return {
    join(connection) {
      const { participantId } = connection.member
      const connections = here.get(participantId)
      if (connections) {
        connections.add(connection)
        return
      }
      here.set(participantId, new Set([connection]))
      wear(participantId, 1)
    },
    leave(connection) {
      const { participantId } = connection.member
      const connections = here.get(participantId)
      if (!connections?.delete(connection) || connections.size > 0) return
      here.delete(participantId)
      wear(participantId, -1)
    },
    get count() {
      return here.size
    },
    person(participantId) {
      const connections = [...(here.get(participantId) ?? [])]
      const member = connections.at(-1)?.member
      if (!member) return undefined
      return {
        participantId,
        connections: connections.flatMap(({ clientId, seat }) => (clientId === undefined ? [] : [{ clientId, seat }])),
        name: member.name,
        country: member.country,
        organisation: member.organisation,
        place: member.place,
        standsFor: member.standsFor,
        role: member.role,
        colour: colourOf(participantId),
      }
    },
    ids: () => here.keys(),
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
