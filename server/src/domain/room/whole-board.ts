import * as Y from 'yjs'

/** A board as it goes to those who have nothing of it: the bytes are the same for all of them. */
export type PackedBoard = {
  /** A packed board (`pack-board.ts`), compressed. */
  readonly zipped: Uint8Array
  /** What has become durable since it was packed. */
  readonly later: Uint8Array | undefined
}

/**
 * Packs a board once for all who open it. Encoding takes tens of milliseconds of everybody's on a large board, and
 * compressing as much of another thread's; what is committed meanwhile is kept beside it until it is too much.
 */
export interface WholeBoard {
  /** Only what is durable. Rejects when the state could not be had. */
  take(): Promise<PackedBoard>
  /** Durable, and for everybody to see. */
  committed(update: Uint8Array): void
}

type Pack = { readonly zipped: Promise<Uint8Array>; later: Uint8Array[]; laterBytes: number }

const maxLaterBytes = 64 * 1024
const maxLater = 500

/** @param encode - the board's state now, packed; resolves when all of it is durable. */
export function createWholeBoard(
  encode: () => Promise<Uint8Array>,
  compress: (bytes: Uint8Array) => Promise<Uint8Array>,
): WholeBoard {
  let pack: Pack | undefined

  const packAnew = (): Pack => {
    const next: Pack = { zipped: encode().then(compress), later: [], laterBytes: 0 }
    next.zipped.catch(() => {
      if (pack === next) pack = undefined
    })
    return next
  }

  return {
    async take() {
      if (!pack || pack.laterBytes > maxLaterBytes || pack.later.length > maxLater) pack = packAnew()
      const current = pack
      const zipped = await current.zipped
      const later = current.later.length > 1 ? [Y.mergeUpdates(current.later)] : current.later
      current.later = later
      return { zipped, later: later[0] }
    },
    committed(update) {
      if (!pack) return
      pack.later.push(update)
      pack.laterBytes += update.byteLength
      // Nobody has come for it in a long while.
      if (pack.laterBytes > maxLaterBytes * 4) pack = undefined
    },
  }
}
