import type { BoardLog, LoggedUpdate } from '../../domain/room/board-log.ts'
import { encodeVerifiedSnapshot } from '../../domain/room/encode-snapshot.ts'
import { replayBoard } from '../../domain/room/replay-board.ts'

type Row = { readonly number: number; readonly update: LoggedUpdate }
type Snapshot = { readonly coversUpTo: number; readonly bytes: Uint8Array }

/** A board log that is gone with the process: for tests of what lies above it. */
export function createMemoryBoardLog(): BoardLog {
  let rows: readonly Row[] = []
  const snapshots = new Map<string, readonly Snapshot[]>()
  let lastNumber = 0
  const numberOf = (boardId: string) =>
    Math.max(
      0,
      ...rows.filter(({ update }) => update.boardId === boardId).map(({ number }) => number),
      ...(snapshots.get(boardId) ?? []).map(({ coversUpTo }) => coversUpTo),
    )

  const log: BoardLog = {
    async append(updates) {
      rows = [
        ...rows,
        ...updates.map((update) => {
          lastNumber += 1
          return { number: lastNumber, update: { ...update, bytes: update.bytes.slice() } }
        }),
      ]
      return lastNumber
    },
    async load(boardId, olderThan = Number.POSITIVE_INFINITY) {
      const snapshot = snapshots.get(boardId)?.findLast(({ coversUpTo }) => coversUpTo < olderThan)
      const updates = rows
        .filter(({ number, update }) => update.boardId === boardId && number > (snapshot?.coversUpTo ?? 0))
        .map(({ number, update }) => ({ number, bytes: update.bytes }))
      return { snapshot, updates, damaged: [], lastNumber: numberOf(boardId) }
    },
    lastNumber: async (boardId) => numberOf(boardId),
    async compact(boardId) {
      const { doc, stored } = await replayBoard(boardId, log.load)
      const bytes = encodeVerifiedSnapshot(doc)
      doc.destroy()
      const { snapshot: previous, updates } = stored
      const coversUpTo = updates.at(-1)?.number
      if (coversUpTo === undefined) return undefined
      snapshots.set(boardId, [...(previous ? [previous] : []), { coversUpTo, bytes }])
      rows = rows.filter(({ number, update }) => update.boardId !== boardId || number > (previous?.coversUpTo ?? 0))
      return { snapshotBytes: bytes.byteLength, tookMs: 0, setAside: 0 }
    },
  }
  return log
}
