import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MessageType } from './message-types.ts'

/** Message 104, from the server: part of one gzip stream, which unzipped is one packed board or Yjs v2 update (`pack-board.ts`). */
export type Piece = {
  /** Where the part begins. 0 begins a stream anew: what came of the one before is void. */
  readonly from: number
  /** Length of the whole stream. */
  readonly total: number
  readonly bytes: Uint8Array
}

export function encodePiece({ from, total, bytes }: Piece): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.piece)
    encoding.writeVarUint(encoder, from)
    encoding.writeVarUint(encoder, total)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** Reads what follows the message type. `bytes` is a view of what was received. */
export function readPiece(decoder: decoding.Decoder): Piece {
  const from = decoding.readVarUint(decoder)
  const total = decoding.readVarUint(decoder)
  return { from, total, bytes: decoding.readVarUint8Array(decoder) }
}
