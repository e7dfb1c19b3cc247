import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod/mini'
import { MessageType } from './message-types.ts'

/** Message 100, from the server: how many sync frames (step 2 and update) of this connection are dealt with. */
export type SavedMessage = {
  /** Counted from the connection's first frame; every frame before is durable, or was refused with a notice. */
  readonly count: number
  /** False while the store takes no writes (a full disk, say): the client then shows "Not saved". */
  readonly isStoreWritable: boolean
}

export function encodeSaved({ count, isStoreWritable }: SavedMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.saved)
    encoding.writeVarUint(encoder, count)
    encoding.writeUint8(encoder, isStoreWritable ? 1 : 0)
  })
}

/** Reads what follows the message type. */
export function readSaved(decoder: decoding.Decoder): SavedMessage {
  const count = decoding.readVarUint(decoder)
  return { count, isStoreWritable: decoding.readUint8(decoder) === 1 }
}

export const roleSchema = z.enum(['facilitator', 'editor', 'table', 'viewer'])
export type Role = z.infer<typeof roleSchema>

/** Where somebody takes part: in the room or over the net. */
export const personPlaces = ['room', 'online'] as const
export const personPlaceSchema = z.enum(personPlaces)
export type PersonPlace = z.infer<typeof personPlaceSchema>

export const personSchema = z.object({
  participantId: z.string(),
  /** This person's connections, one for each open tab or device: awareness id, and the seat that message 103 names. */
  connections: z.array(z.object({ clientId: z.number(), seat: z.number() })),
  name: z.string(),
  country: z.nullable(z.string()),
  organisation: z.nullable(z.string()),
  role: roleSchema,
  /** Null as long as she has not said. */
  place: z.nullable(personPlaceSchema),
  /** How many people she is: more than one for a device that lies on a table. */
  standsFor: z.number(),
  /** Index into `personColours`, given by the server. */
  colour: z.number(),
})
export type Person = z.infer<typeof personSchema>

/** Message 102, from the server: something the person should be told. */
export const noticeSchema = z.discriminatedUnion('code', [
  /** A viewer's edit was not taken. */
  z.object({ code: z.literal('read_only') }),
  /** Records were put back as they were: not valid, or not this role's to change. */
  z.object({
    code: z.literal('taken_back'),
    /** `step`: not there, or not now, by the step of the session that runs. `vote`: a zone in which a vote is open. */
    reason: z.enum(['invalid', 'template_layer', 'unsound', 'step', 'vote']),
    recordIds: z.array(z.string()),
  }),
  /** More than the board takes: these records were put back as they were; without any, none of the update was taken. */
  z.object({ code: z.literal('limit'), limit: z.string(), recordIds: z.optional(z.array(z.string())) }),
  /** The board was loaded from its last good state; the operator's log says more. */
  z.object({ code: z.literal('recovered') }),
  /** To facilitators: the board as a step of the session left it could not be kept. */
  z.object({ code: z.literal('step_not_kept'), title: z.string() }),
  z.object({ code: z.literal('going_away') }),
  /** On the line of one's own layer: what was in it has been revealed, 4409 follows. */
  z.object({ code: z.literal('revealed') }),
  /** The board was taken back to a checkpoint; 4409 follows, and what this client holds is of the past. */
  z.object({
    code: z.literal('restored'),
    /** The checkpoint's title; null for one that was made without a person. */
    title: z.nullable(z.string()),
    /** The moment that the board shows now. */
    createdAtMs: z.number(),
    /** The name of who restored it; null when the server's operator brought a backup back. */
    by: z.nullable(z.string()),
  }),
])
export type Notice = z.infer<typeof noticeSchema>

export function encodeNotice(notice: Notice): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.notice)
    encoding.writeVarString(encoder, JSON.stringify(notice))
  })
}

/** Reads what follows the message type. @throws when it is not a notice this version knows. */
export function readNotice(decoder: decoding.Decoder): Notice {
  return noticeSchema.parse(JSON.parse(decoding.readVarString(decoder)))
}

/** Cursor and name-tag colours: each meets 4.5:1 with white text. */
export const personColours = [
  '#0F6B6B',
  '#A8324A',
  '#3D5A9E',
  '#8A5A00',
  '#6A3D9A',
  '#2E7D4F',
  '#B3422C',
  '#00677F',
  '#8C3A7B',
  '#556B1F',
  '#7A4B2A',
  '#4A4E69',
] as const
