import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { packBoard } from '#shared/protocol/pack-board.ts'
import type { BoardLog } from './board-log.ts'
import type { CommitQueue } from './commit-queue.ts'
import { type LoadedDocument, loadBoard, readBoardRecords } from './load-board.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomLogger } from './room-ports.ts'

/** What of a live board is durable, for all who ask. The document in memory may be ahead of it. */
export interface CommittedState {
  /** Calls one of the two, later, in the order of the commits. */
  encode(stateVector: Uint8Array, then: WhenEncoded): void
  /** The same for all of it, as a v2 update. */
  encodeWhole(then: WhenEncoded): void
  readRecords(): Promise<readonly BoardRecord[]>
  /** The store takes writes no longer, or again. Who waits for a commit is not left waiting for space on a disk. */
  storeChanged(): void
}

export type WhenEncoded = { whenRead(update: Uint8Array): void; whenUnreadable(cause: unknown): void }

export function createCommittedState(ports: {
  readonly boardId: string
  readonly log: BoardLog
  readonly logger: RoomLogger
  readonly queue: CommitQueue
  readonly document: RoomDocument
}): CommittedState {
  const { boardId, log, logger, queue, document } = ports
  let stored: Promise<LoadedDocument> | undefined

  /** While the store takes no writes, a commit to wait for may never come; but what it holds can be read. */
  const readStore = () => {
    stored ??= loadBoard(boardId, log, logger)
    return stored
  }

  /** What to do instead, for those who wait for a commit that may not come. */
  const waiting = new Set<() => void>()

  /** Runs `whenDurable` after the commits there are to wait for, or `fromStore` when the store stops taking writes. */
  const afterCommit = (whenDurable: () => void, fromStore: () => void) => {
    if (!queue.isWritable) {
      fromStore()
      return
    }
    let isDone = false
    const once = (run: () => void) => () => {
      if (isDone) return
      isDone = true
      waiting.delete(giveUp)
      run()
    }
    const giveUp = once(fromStore)
    waiting.add(giveUp)
    queue.afterCommit(once(whenDurable))
  }

  const deliver = (
    encodeLive: () => Uint8Array,
    encodeStored: (doc: Y.Doc) => Uint8Array,
    { whenRead, whenUnreadable }: WhenEncoded,
  ) => {
    // Encoded now and passed on once everything in it is durable.
    const update = queue.isWritable ? encodeLive() : undefined
    afterCommit(
      () => update && whenRead(update),
      () => {
        readStore().then(({ doc }) => whenRead(encodeStored(doc)), whenUnreadable)
      },
    )
  }

  return {
    encode(stateVector, then) {
      deliver(
        () => document.encode(stateVector),
        (doc) => Y.encodeStateAsUpdate(doc, stateVector),
        then,
      )
    },
    encodeWhole: (then) => deliver(document.encodeWhole, packBoard, then),
    readRecords() {
      const records = queue.isWritable ? document.readRecords() : []
      return new Promise((resolve, reject) => {
        afterCommit(
          () => resolve(records),
          () => {
            readStore().then(({ doc }) => resolve(readBoardRecords(doc)), reject)
          },
        )
      })
    },
    storeChanged() {
      stored?.then(({ doc }) => doc.destroy()).catch(() => undefined)
      stored = undefined
      if (!queue.isWritable) for (const giveUp of [...waiting]) giveUp()
    },
  }
}
