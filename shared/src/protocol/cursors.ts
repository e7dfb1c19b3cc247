import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MessageType } from './message-types.ts'

/** Where somebody's pointer is on the page she is on, in whole canvas units; null when it is not on the canvas. */
export type CursorPoint = { readonly x: number; readonly y: number } | null

/** A pointer by the seat of its connection: a small number that message 101 gives a person's awareness id for. */
export type SeatCursor = { readonly seat: number; readonly point: CursorPoint }

/** Message 103, to the server. */
export function encodeOwnCursor(point: CursorPoint): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.cursors)
    encoding.writeUint8(encoder, point ? 1 : 0)
    if (point) writePlace(encoder, point)
  })
}

/** Reads what follows the message type in a client's message 103. */
export function readOwnCursor(decoder: decoding.Decoder): CursorPoint {
  return decoding.readUint8(decoder) === 0 ? null : readPlace(decoder)
}

/** Message 103, from the server: the latest pointer of each seat that moved since the last one. */
export function encodeCursors(cursors: readonly SeatCursor[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.cursors)
    encoding.writeVarUint(encoder, cursors.length)
    for (const { seat, point } of cursors) {
      // One bit says whether there is a place: a pointer is five or six bytes, which is what a crowd costs everybody.
      encoding.writeVarUint(encoder, seat * 2 + (point ? 0 : 1))
      if (point) writePlace(encoder, point)
    }
  })
}

/** Reads what follows the message type in the server's message 103. */
export function readCursors(decoder: decoding.Decoder): SeatCursor[] {
  const count = decoding.readVarUint(decoder)
  const cursors: SeatCursor[] = []
  for (let i = 0; i < count && decoding.hasContent(decoder); i += 1) {
    const seatAndIsGone = decoding.readVarUint(decoder)
    const isGone = seatAndIsGone % 2 === 1
    cursors.push({ seat: Math.floor(seatAndIsGone / 2), point: isGone ? null : readPlace(decoder) })
  }
  return cursors
}

function writePlace(encoder: encoding.Encoder, { x, y }: NonNullable<CursorPoint>): void {
  encoding.writeVarInt(encoder, Math.round(x))
  encoding.writeVarInt(encoder, Math.round(y))
}

function readPlace(decoder: decoding.Decoder): NonNullable<CursorPoint> {
  const x = decoding.readVarInt(decoder)
  return { x, y: decoding.readVarInt(decoder) }
}
