import type { NewCheckpoint } from '../../domain/checkpoint/checkpoint.ts'
import { type BoardLog, type LoggedUpdate, layerEnded, type NewEpoch } from '../../domain/room/board-log.ts'
import { encodeVerifiedSnapshot } from '../../domain/room/encode-snapshot.ts'
import { replayBoard } from '../../domain/room/replay-board.ts'

type Row = { readonly number: number; readonly update: LoggedUpdate }
type Snapshot = { readonly coversUpTo: number; readonly bytes: Uint8Array }

/**
 * A board log that is gone with the process: for tests of what lies above it.
 *
 * @param keep - where the checkpoints go that are made with a new epoch
 */
export function createMemoryBoardLog(keep: (checkpoint: NewCheckpoint) => void = () => undefined): BoardLog {
  let rows: readonly Row[] = []
  const snapshots = new Map<string, readonly Snapshot[]>()
  const epochs = new Map<string, readonly NewEpoch[]>()
  const gone = new Map<string, ReadonlyMap<string, string>>()
  let lastNumber = 0
  const epochsOf = (boardId: string) => epochs.get(boardId) ?? []
  const epochOf = (boardId: string) => epochsOf(boardId).at(-1)?.epoch ?? 1
  const numberOf = (boardId: string) =>
    Math.max(
      0,
      ...rows.filter(({ update }) => update.boardId === boardId).map(({ number }) => number),
      ...(snapshots.get(boardId) ?? []).map(({ coversUpTo }) => coversUpTo),
    )
  const add = (update: LoggedUpdate) => {
    const { boardId, gone: goneNow = [] } = update
    gone.set(
      boardId,
      new Map([...(gone.get(boardId) ?? []), ...goneNow.map((one) => [one.recordId, one.makerId] as const)]),
    )
    lastNumber += 1
    rows = [...rows, { number: lastNumber, update: { ...update, bytes: update.bytes.slice() } }]
  }

  const log: BoardLog = {
    async append(updates, reveals = []) {
      for (const update of updates) add(update)
      const number = lastNumber
      for (const end of reveals.flatMap(({ layers }) => layers)) {
        const restoration = layerEnded(end.atMs)
        await log.beginEpoch({ ...end, restoration, before: undefined, participantId: null })
      }
      return number
    },
    async appendGathered(gather) {
      const { updates, reveals } = gather()
      return log.append(updates, reveals)
    },
    async load(boardId, olderThan = Number.POSITIVE_INFINITY) {
      const snapshot = snapshots.get(boardId)?.findLast(({ coversUpTo }) => coversUpTo < olderThan)
      const updates = rows
        .filter(({ number, update }) => update.boardId === boardId && number > (snapshot?.coversUpTo ?? 0))
        .filter(({ update }) => update.epoch === epochOf(boardId))
        .map(({ number, update }) => ({ number, bytes: update.bytes }))
      return {
        epoch: epochOf(boardId),
        snapshot,
        updates,
        damaged: [],
        lastNumber: numberOf(boardId),
        retired: epochsOf(boardId).map(({ retired }) => retired),
        restoration: epochsOf(boardId).at(-1)?.restoration,
      }
    },
    goneShapes: async (boardId) => [...(gone.get(boardId) ?? [])].map(([recordId, makerId]) => ({ recordId, makerId })),
    loadBeginning: async (boardId) => epochsOf(boardId).at(-1)?.state,
    lastNumber: async (boardId) => numberOf(boardId),
    async compact(boardId, isForLong = false) {
      const { doc, stored } = await replayBoard(boardId, log.load)
      const { bytes, readBack } = encodeVerifiedSnapshot(doc)
      doc.destroy()
      readBack.destroy()
      const { snapshot: previous, updates } = stored
      const coversUpTo = updates.at(-1)?.number ?? (isForLong ? previous?.coversUpTo : undefined)
      if (coversUpTo === undefined || stored.epoch !== epochOf(boardId)) return undefined
      const before = isForLong ? { coversUpTo: coversUpTo - 1, bytes } : previous
      snapshots.set(boardId, [...(before ? [before] : []), { coversUpTo, bytes }])
      rows = rows.filter(({ number, update }) => update.boardId !== boardId || number > (before?.coversUpTo ?? 0))
      return { contentBytes: bytes.byteLength, tookMs: 0, setAside: 0 }
    },
    wipe: async () => true,
    async beginEpoch(next) {
      const { boardId, epoch, state, participantId, atMs } = next
      if (epochOf(boardId) >= epoch) throw new Error('the epoch has begun already')
      if (next.before) keep(next.before)
      epochs.set(boardId, [...epochsOf(boardId), next])
      snapshots.delete(boardId)
      gone.delete(boardId)
      rows = rows.filter(({ update }) => update.boardId !== boardId)
      add({ boardId, epoch, bytes: state, participantId, atMs, isEdit: true })
    },
  }
  return log
}
