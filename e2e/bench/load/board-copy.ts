import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { recordsMapName } from '#shared/board/record-keys.ts'
import { applyPackedBoard } from '#shared/protocol/pack-board.ts'
import type { PersonEvents } from './person.ts'

/** Gathers what one person is sent of a board, to see afterwards that it is all there. Costs the run nothing. */
export type BoardCopy = {
  readonly events: Pick<PersonEvents, 'onUpdate' | 'onPiece'>
  build(): Y.Doc
}

export function createBoardCopy(): BoardCopy {
  const updates: Buffer[] = []
  let pieces: Buffer[] = []
  return {
    events: {
      onUpdate: (_, update) => void updates.push(Buffer.from(update)),
      onPiece(_, { from, bytes }) {
        if (from === 0) pieces = []
        pieces.push(Buffer.from(bytes))
      },
    },
    build() {
      const doc = new Y.Doc()
      if (pieces.length > 0) applyPackedBoard(doc, gunzipSync(Buffer.concat(pieces)), 'server')
      for (const update of updates) Y.applyUpdate(doc, update)
      return doc
    },
  }
}

/** Keys of records themselves, not of what was changed of them. */
export function countRecords(doc: Y.Doc): number {
  return [...doc.getMap(recordsMapName).keys()].filter((key) => key.startsWith('shape:') && !key.includes('/')).length
}
