import { maxBytesPerSecondPerPerson, maxConnectionsPerPerson, maxMessagesPerSecondPerPerson } from '#shared/limits.ts'
import { createRate, type Rate } from '../../domain/rate.ts'

/** What all connections of one person may send together: opening more of them gains nothing. */
export type PersonLimits = { readonly messages: Rate; readonly bytes: Rate }

export interface PeopleLimits {
  /** Undefined when the person has as many connections as one may have. */
  enter(personId: string): PersonLimits | undefined
  leave(personId: string): void
}

export function createPeopleLimits(): PeopleLimits {
  const people = new Map<string, PersonLimits & { connections: number }>()
  return {
    enter(personId) {
      const known = people.get(personId) ?? {
        messages: createRate(maxMessagesPerSecondPerPerson),
        bytes: createRate(maxBytesPerSecondPerPerson),
        connections: 0,
      }
      if (known.connections >= maxConnectionsPerPerson) return undefined
      known.connections += 1
      people.set(personId, known)
      return known
    },
    leave(personId) {
      const known = people.get(personId)
      if (!known) return
      known.connections -= 1
      if (known.connections === 0) people.delete(personId)
    },
  }
}
