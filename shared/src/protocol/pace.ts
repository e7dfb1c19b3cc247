import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MessageType } from './message-types.ts'

/** Message 105, from the server: not more than one pointer in this time. */
export function encodePace(cursorIntervalMs: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.pace)
    encoding.writeVarUint(encoder, Math.round(cursorIntervalMs))
  })
}

/** Reads what follows the message type in the server's message 105. @returns milliseconds between two pointers. */
export function readPace(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder)
}

/** Message 105, to the server: whether this client wants to hear of pointers at all. It does until it says otherwise. */
export function encodeWantsCursors(wantsCursors: boolean): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.pace)
    encoding.writeUint8(encoder, wantsCursors ? 1 : 0)
  })
}

/** Reads what follows the message type in a client's message 105. */
export function readWantsCursors(decoder: decoding.Decoder): boolean {
  return decoding.readUint8(decoder) === 1
}

/** Message 106, both ways: the server sends the number back, in order behind what it sent before. */
export function encodeEcho(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.echo)
    encoding.writeVarUint(encoder, number)
  })
}

/** Reads what follows the message type. */
export function readEcho(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder)
}
