import type { Person } from '../../protocol/messages.ts'
import type { SessionFormat } from '../session.ts'
import type { Guest } from './seating.ts'

/** Of somebody who has not said where she is, the session's format tells; in a hybrid one she counts as in the room. */
export function guestOf(
  person: Pick<Person, 'participantId' | 'country' | 'organisation' | 'place' | 'standsFor'>,
  format: SessionFormat,
): Guest {
  const { participantId, country, organisation, place, standsFor } = person
  const isRemote = place === null ? format === 'online' : place === 'online'
  return { participantId, country, organisation, isRemote, count: standsFor }
}
