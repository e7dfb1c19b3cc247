import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ProtocolError } from '../errors.ts'
import { MessageType } from './message-types.ts'

/** What somebody can say without a word, by its number in message 107: new ones come at the end. */
export const reactions = ['thumbs_up', 'heart', 'celebrate', 'laugh', 'idea', 'thanks'] as const
export type Reaction = (typeof reactions)[number]

/** How often each of some reactions was shown since the last message. */
export type ReactionCounts = ReadonlyMap<Reaction, number>

/** Message 107, to the server. */
export function encodeReaction(reaction: Reaction): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.reactions)
    encoding.writeVarUint(encoder, reactions.indexOf(reaction))
  })
}

/** Reads what follows the message type in a client's message 107. @throws {ProtocolError} */
export function readReaction(decoder: decoding.Decoder): Reaction {
  const reaction = reactions[decoding.readVarUint(decoder)]
  if (!reaction) throw new ProtocolError('a reaction that there is none of')
  return reaction
}

/** Message 107, from the server. */
export function encodeReactionCounts(counts: ReactionCounts): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.reactions)
    encoding.writeVarUint(encoder, counts.size)
    for (const [reaction, times] of counts) {
      encoding.writeVarUint(encoder, reactions.indexOf(reaction))
      encoding.writeVarUint(encoder, times)
    }
  })
}

/** Reads what follows the message type in the server's message 107. One that this version does not know is left out. */
export function readReactionCounts(decoder: decoding.Decoder): ReactionCounts {
  const counts = new Map<Reaction, number>()
  const count = decoding.readVarUint(decoder)
  for (let i = 0; i < count && decoding.hasContent(decoder); i += 1) {
    const reaction = reactions[decoding.readVarUint(decoder)]
    const times = decoding.readVarUint(decoder)
    if (reaction) counts.set(reaction, times)
  }
  return counts
}
