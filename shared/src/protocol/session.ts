import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod/mini'
import { sessionNewsSchema } from '../session/view.ts'
import { votesNewsSchema } from '../session/votes/round.ts'
import { MessageType } from './message-types.ts'
import { type Person, personSchema, roleSchema } from './messages.ts'

/** The recipient's own participant id and role. */
export const selfSchema = z.object({ participantId: z.string(), role: roleSchema })
export type Self = z.infer<typeof selfSchema>

/** The board's session as this recipient may see it, and the server's time when it was told. */
const sessionFields = {
  /** In the first message missing where there is none; in a later one missing when it is as it was, null when it is gone. */
  session: z.optional(z.nullable(sessionNewsSchema)),
  serverNowMs: z.optional(z.number()),
  /** In the first message missing where nobody has voted lately; in a later one missing when it is as it was. */
  votes: z.optional(votesNewsSchema),
  /** How many notes people have written alone and not revealed, by the key of their zone (`''` outside of all). Missing: as it was. */
  alone: z.optional(z.record(z.string(), z.number())),
}

/** The first message 101 of a connection: all that this recipient may know of the session, and everybody who is here. */
const wholeSessionSchema = z.object({
  version: z.number(),
  self: selfSchema,
  people: z.array(personSchema),
  ...sessionFields,
})

/** Every later one: what became different. */
const sessionChangeSchema = z.object({
  version: z.number(),
  self: z.optional(selfSchema),
  /** People who came, or of whom something changed, each as she is now. */
  changed: z.array(personSchema),
  /** Participant ids of those who left. */
  left: z.array(z.string()),
  ...sessionFields,
})

export const sessionMessageSchema = z.union([wholeSessionSchema, sessionChangeSchema])
export type SessionMessage = z.infer<typeof sessionMessageSchema>

export function encodeSession(message: SessionMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.session)
    encoding.writeVarString(encoder, JSON.stringify(message))
  })
}

/** Reads what follows the message type. @throws when it is not such a message. */
export function readSessionMessage(decoder: decoding.Decoder): SessionMessage {
  return sessionMessageSchema.parse(JSON.parse(decoding.readVarString(decoder)))
}

/** Who is here after the message, in the order in which they came. */
export function peopleAfter(people: readonly Person[], message: SessionMessage): readonly Person[] {
  if ('people' in message) return message.people
  const after = new Map(people.map((person) => [person.participantId, person]))
  for (const participantId of message.left) after.delete(participantId)
  for (const person of message.changed) after.set(person.participantId, person)
  return [...after.values()]
}
