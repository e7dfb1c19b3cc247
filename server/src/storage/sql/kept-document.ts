import type * as Y from 'yjs'
import { decodeSnapshot } from '../../domain/room/replay-board.ts'

/**
 * The document that the last snapshot was read back into. Of a board that is packed again and again, decoding its history
 * anew would be most of the work, however little has come since.
 */
export interface KeptDocument {
  /** @param doc - what `snapshot` was decoded into, with nothing applied since; no longer the caller's */
  keep(snapshot: Uint8Array, doc: Y.Doc): void
  /**
   * @param snapshot - as the store has it now: only the very same bytes are not decoded again
   * @returns a document that is the caller's to change and to destroy.
   * @throws {Error} for bytes that are no Yjs v2 update.
   */
  open(snapshot: Uint8Array): Y.Doc
}

export function createKeptDocument(): KeptDocument {
  let kept: { readonly snapshot: Uint8Array; readonly doc: Y.Doc } | undefined
  return {
    keep(snapshot, doc) {
      kept?.doc.destroy()
      kept = { snapshot, doc }
    },
    open(snapshot) {
      const last = kept
      // Given away or let go of before another is decoded: either may be large.
      kept = undefined
      if (last && Buffer.compare(last.snapshot, snapshot) === 0) return last.doc
      last?.doc.destroy()
      return decodeSnapshot(snapshot)
    },
  }
}
