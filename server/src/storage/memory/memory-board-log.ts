import type { BoardLog, LoggedUpdate } from '../../domain/room/board-log.ts'

type Row = { readonly number: number; readonly update: LoggedUpdate }
type Snapshot = { readonly coversUpTo: number; readonly state: Uint8Array }

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

  return {
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
    async load(boardId) {
      const snapshot = snapshots.get(boardId)?.at(-1)
      const updates = rows
        .filter(({ number, update }) => update.boardId === boardId && number > (snapshot?.coversUpTo ?? 0))
        .map(({ update }) => update.bytes)
      return { snapshot: snapshot?.state, updates, damaged: 0, lastNumber: numberOf(boardId) }
    },
    lastNumber: async (boardId) => numberOf(boardId),
    async saveSnapshot(boardId, state, coversUpTo) {
      const [previous] = (snapshots.get(boardId) ?? []).slice(-1)
      if (previous?.coversUpTo === coversUpTo) return
      snapshots.set(boardId, [...(previous ? [previous] : []), { coversUpTo, state: state.slice() }])
      rows = rows.filter(({ number, update }) => update.boardId !== boardId || number > (previous?.coversUpTo ?? 0))
    },
  }
}
