import type { BoardLog } from './board-log.ts'
import type { RoomClock } from './clock.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { LoadedDocument } from './load-board.ts'
import type { RoomLogger } from './room-ports.ts'

const megabyte = 1024 * 1024
/** From here on a board's log is worth a snapshot: when the last person leaves, after quiet, and in the midst of it. */
const worthIt = {
  empty: { rows: 50, bytes: megabyte },
  quiet: { rows: 500, bytes: megabyte },
  busy: { rows: 5_000, bytes: megabyte },
} as const

const quietAfterMs = 2_000
/** On a board that is never quiet, the work may take one part of time in so many, */
const busyShare = 10
/**
 * until so much has come: then it is done at once, whatever it takes, and twice, so that the rows can go. What a snapshot
 * needs that is to be done without is kept only where it is less.
 */
const overdueBytes = (contentBytes: number) => Math.max(megabyte, contentBytes / 2)
const retryAfterMs = 60_000

/** Decides when a board's long log becomes a snapshot. The work itself is done elsewhere. */
export interface Snapshots {
  /** Rows that the next snapshot will stand for. */
  committed(rows: number, bytes: number): void
  isDue(isEmptyRoom: boolean): boolean
  /** Never rejects: a board whose snapshot fails is as safe as before. */
  save(isEmptyRoom: boolean): Promise<void>
  readonly isSaving: boolean
}

export function createSnapshots(ports: {
  readonly boardId: string
  readonly log: Pick<BoardLog, 'compact'>
  readonly logger: RoomLogger
  readonly clock: RoomClock
  readonly queue: Pick<CommitQueue, 'isWritable'>
  readonly loaded: Pick<LoadedDocument, 'rows' | 'rowBytes'>
}): Snapshots {
  const { boardId, log, logger, clock, queue } = ports
  let rows = ports.loaded.rows
  let bytes = ports.loaded.rowBytes
  let lastCommitAtMs = clock.monotonicMs()
  let isSaving = false
  let contentBytes = 0
  /** What the last snapshot stands for already and the store still has beside it. */
  let keptBytes = 0
  let pacedUntilMs = Number.NEGATIVE_INFINITY
  let retryAtMs = Number.NEGATIVE_INFINITY

  const situation = (isEmptyRoom: boolean): keyof typeof worthIt => {
    if (isEmptyRoom) return 'empty'
    return clock.monotonicMs() - lastCommitAtMs >= quietAfterMs ? 'quiet' : 'busy'
  }

  return {
    committed(moreRows, moreBytes) {
      rows += moreRows
      bytes += moreBytes
      lastCommitAtMs = clock.monotonicMs()
    },
    isDue(isEmptyRoom) {
      if (isSaving || !queue.isWritable || clock.monotonicMs() < retryAtMs) return false
      const now = situation(isEmptyRoom)
      // Whom would it hold up on a board that is quiet or left? And left as it is, its log would be there for ever.
      if (now === 'busy' && clock.monotonicMs() < pacedUntilMs) return bytes >= overdueBytes(contentBytes)
      const limit = worthIt[now]
      return rows >= limit.rows || bytes >= limit.bytes || (isEmptyRoom && keptBytes >= limit.bytes)
    },
    async save(isEmptyRoom) {
      isSaving = true
      // What is committed while the work goes on may be in the snapshot or not; counting it again costs nothing.
      const covered = { rows, bytes }
      const isForLong = isEmptyRoom || bytes >= overdueBytes(contentBytes)
      try {
        const done = await log.compact(boardId, isForLong)
        rows -= covered.rows
        bytes -= covered.bytes
        keptBytes = isForLong ? 0 : covered.bytes
        contentBytes = done?.contentBytes ?? contentBytes
        pacedUntilMs = clock.monotonicMs() + (done?.tookMs ?? 0) * (busyShare - 1)
        if (done && done.setAside > 0) {
          logger.error({ boardId, setAside: done.setAside }, 'Damaged parts of a board were set aside in the database.')
        }
      } catch (cause) {
        retryAtMs = clock.monotonicMs() + retryAfterMs
        logger.error({ boardId, err: cause }, 'A snapshot of a board was not stored; all its rows are kept.')
      }
      isSaving = false
    },
    get isSaving() {
      return isSaving
    },
  }
}
