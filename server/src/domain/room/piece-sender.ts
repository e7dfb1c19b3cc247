import { encodePiece } from '#shared/protocol/pieces.ts'
import type { Connection } from './connection.ts'

/**
 * Sends a compressed board in pieces, as many at a time as the line takes without filling up: what is written and pointed
 * at meanwhile goes between them.
 */
export interface PieceSender {
  /** The connection's last question is answered when all of it is sent. */
  begin(connection: Connection, zipped: Uint8Array): void
  /** Sends on, where the line has room again. */
  resume(connection: Connection): void
}

const maxPieceBytes = 16 * 1024
const minPieceBytes = 2 * 1024

export function createPieceSender(send: (connection: Connection, frame: Uint8Array) => void): PieceSender {
  const resume = (connection: Connection) => {
    const { line } = connection
    // On a slow line smaller pieces, or one of them would fill it.
    const size = Math.min(maxPieceBytes, Math.max(minPieceBytes, Math.floor(line.budgetBytes / 2)))
    while (connection.pieces) {
      const { zipped, from } = connection.pieces
      if (from > 0 && line.underwayBytes + size > line.budgetBytes) return
      const bytes = zipped.subarray(from, from + size)
      const next = from + bytes.byteLength
      connection.pieces = next < zipped.byteLength ? { zipped, from: next } : undefined
      connection.isBeingAnswered = connection.pieces !== undefined
      send(connection, encodePiece({ from, total: zipped.byteLength, bytes }))
    }
  }
  return {
    begin(connection, zipped) {
      connection.pieces = { zipped, from: 0 }
      resume(connection)
    },
    resume,
  }
}
