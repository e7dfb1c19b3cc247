import * as Y from 'yjs'
import { type BoardRecord, isSame, openBoardRecords } from '#shared/board/board-records.ts'
import type { BoardLog } from './board-log.ts'
import type { RoomClock } from './clock.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { LoadedDocument } from './load-board.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomLogger } from './room-ports.ts'

/** A board's log is worth a snapshot from here on. */
const compactAboveRows = 500
const compactAboveBytes = 1024 * 1024
/** When the last person leaves, the next one should not have to wait for a long log. */
const compactOnLeaveAboveRows = 50
/** Making one takes tens of milliseconds on a large board; nobody should be writing in them. */
const quietBeforeSnapshotMs = 2_000

/** Turns a board's long log into a snapshot, in quiet moments. */
export interface Snapshots {
  /** Rows that the next snapshot will stand for. */
  committed(rows: number, bytes: number): void
  isDue(isEmptyRoom: boolean): boolean
  /** Never rejects: a board whose snapshot fails is as safe as before. */
  save(): Promise<void>
  readonly isSaving: boolean
}

export function createSnapshots(ports: {
  readonly boardId: string
  readonly log: BoardLog
  readonly logger: RoomLogger
  readonly clock: RoomClock
  readonly queue: CommitQueue
  readonly document: RoomDocument
  readonly loaded: LoadedDocument
}): Snapshots {
  const { boardId, log, logger, clock, queue, document } = ports
  let rows = ports.loaded.rows
  let bytes = ports.loaded.rowBytes
  let lastCommitAtMs = clock.monotonicMs()
  let isSaving = false
  let hasFailed = false

  return {
    committed(moreRows, moreBytes) {
      rows += moreRows
      bytes += moreBytes
      lastCommitAtMs = clock.monotonicMs()
    },
    isDue(isEmptyRoom) {
      const isQuiet = isEmptyRoom || clock.monotonicMs() - lastCommitAtMs >= quietBeforeSnapshotMs
      if (!isQuiet || isSaving || hasFailed || !queue.isIdle || !queue.isWritable) return false
      return isWorthSnapshot({ rows, bytes }, isEmptyRoom)
    },
    async save() {
      isSaving = true
      const covered = { rows, bytes }
      try {
        const state = encodeVerifiedSnapshot(document.doc, document.readRecords())
        await log.saveSnapshot(boardId, state, queue.lastNumber)
        rows -= covered.rows
        bytes -= covered.bytes
      } catch (cause) {
        hasFailed = true
        logger.error({ boardId, err: cause }, 'A snapshot of a board was not stored.')
      }
      isSaving = false
    },
    get isSaving() {
      return isSaving
    },
  }
}

function isWorthSnapshot(log: { readonly rows: number; readonly bytes: number }, isEmptyRoom: boolean): boolean {
  return log.rows >= (isEmptyRoom ? compactOnLeaveAboveRows : compactAboveRows) || log.bytes >= compactAboveBytes
}

/**
 * Makes a snapshot of everything in the document, what still waits for a predecessor included, and reads it back: a
 * snapshot replaces rows, so nothing is stored that has not been seen to say the same.
 *
 * @throws {Error} when it does not.
 */
function encodeVerifiedSnapshot(doc: Y.Doc, records: readonly BoardRecord[]): Uint8Array {
  const state = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc()
  const copied = openBoardRecords(copy)
  try {
    Y.applyUpdate(copy, state)
    if (!isSameBytes(Y.encodeStateVector(copy), Y.encodeStateVector(doc))) throw new Error('state vectors differ')
    const isPending = doc.store.pendingStructs !== null
    if (isPending !== (copy.store.pendingStructs !== null)) throw new Error('waiting updates differ')
    if (copied.ids().length !== records.length) throw new Error('the number of records differs')
    for (const record of records) {
      if (!isSame(copied.read(record.id), record)) throw new Error(`record ${record.id} differs`)
    }
    return state
  } finally {
    copied.close()
    copy.destroy()
  }
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  // The order of clients in a state vector is that of a Map, which may differ between equal documents.
  const left = Y.decodeStateVector(a)
  const right = Y.decodeStateVector(b)
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock)
}
