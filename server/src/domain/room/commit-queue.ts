import type { BoardLog, LoggedUpdate, Reveal } from './board-log.ts'
import type { RoomClock } from './clock.ts'
import type { RoomLogger } from './room-ports.ts'

/**
 * The order of a board: what is accepted goes in here, and nothing that depends on it leaves before it is durable. The
 * first update after quiet is committed at once; until a commit begins, all that comes joins it, and while it runs, the
 * next gathers.
 */
export interface CommitQueue {
  /**
   * @param whenDurable - runs in the order of `add` and `afterCommit`.
   * @param reveal - what goes into the same commit, where the updates bring what was in layers.
   */
  add(updates: readonly LoggedUpdate[], whenDurable: () => void, reveal?: Reveal): void
  /** Runs once everything added so far is durable: at once when it is. */
  afterCommit(whenDurable: () => void): void
  readonly isIdle: boolean
  /** False from a failed commit until one succeeds again. */
  readonly isWritable: boolean
  readonly waitingBytes: number
  /** Number of the last committed row. */
  readonly lastNumber: number
}

export type CommitQueuePorts = {
  readonly boardId: string
  readonly log: BoardLog
  readonly clock: RoomClock
  readonly logger: RoomLogger
  readonly lastNumber: number
  /** After each commit, once all its `whenDurable` have run, and once nothing waits any more; with what was committed. */
  readonly onCommitted: (rows: number, bytes: number) => void
  readonly onWritableChange: () => void
}

type Entry = {
  readonly updates: readonly LoggedUpdate[]
  readonly whenDurable: () => void
  readonly reveal?: Reveal | undefined
}

const firstRetryMs = 250
const lastRetryMs = 5_000

export function createCommitQueue(ports: CommitQueuePorts): CommitQueue {
  const { boardId, log, clock, logger } = ports
  let waiting: Entry[] = []
  let isCommitting = false
  let waitingBytes = 0
  let lastNumber = ports.lastNumber
  let isWritable = true

  const finish = (batch: readonly Entry[]) => {
    for (const entry of batch) entry.whenDurable()
  }

  const setWritable = (value: boolean) => {
    if (isWritable === value) return
    isWritable = value
    ports.onWritableChange()
  }

  /** @param batch - what an attempt before this one has failed to commit */
  const commit = (batch: Entry[], retryMs: number) => {
    let updates: readonly LoggedUpdate[] = []
    const gather = () => {
      batch.push(...waiting)
      waiting = []
      updates = batch.flatMap((entry) => entry.updates)
      return { updates, reveals: batch.flatMap(({ reveal }) => reveal ?? []) }
    }
    isCommitting = true
    log.appendGathered(gather).then(
      (number) => {
        const bytes = bytesOf(updates)
        waitingBytes -= bytes
        lastNumber = number
        isCommitting = false
        setWritable(true)
        finish(batch)
        ports.onCommitted(updates.length, bytes)
        next()
      },
      (cause: unknown) => {
        if (isWritable) {
          logger.error(
            { boardId, err: cause },
            'The store does not take what people write. Trying again until it does.',
          )
        }
        setWritable(false)
        clock.after(retryMs, () => commit(batch, Math.min(retryMs * 2, lastRetryMs)))
      },
    )
  }

  const next = () => {
    if (isCommitting || waiting.length === 0) return
    if (waiting.some((entry) => entry.updates.length > 0)) {
      commit([], firstRetryMs)
      return
    }
    const batch = waiting
    waiting = []
    finish(batch)
    // Whoever looked after the commit itself found these still waiting.
    ports.onCommitted(0, 0)
  }

  return {
    add(updates, whenDurable, reveal) {
      waitingBytes += bytesOf(updates)
      waiting.push({ updates, whenDurable, reveal })
      next()
    },
    afterCommit(whenDurable) {
      if (!isCommitting && waiting.length === 0) whenDurable()
      else waiting.push({ updates: [], whenDurable })
    },
    get isIdle() {
      return !isCommitting && waiting.length === 0
    },
    get isWritable() {
      return isWritable
    },
    get waitingBytes() {
      return waitingBytes
    },
    get lastNumber() {
      return lastNumber
    },
  }
}

function bytesOf(updates: readonly LoggedUpdate[]): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
}
