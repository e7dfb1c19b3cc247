/**
 * The thread for work on whole boards that would hold up everybody's edits: it reads what is stored through a connection
 * of its own and writes nothing. Started by `createBoardThread`.
 */

import { promisify } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { gzip } from 'node:zlib'
import type { Damage } from '../../domain/room/board-log.ts'
import { encodeVerifiedSnapshot } from '../../domain/room/encode-snapshot.ts'
import { replayBoard } from '../../domain/room/replay-board.ts'
import type {
  BoardTasks,
  BoardThreadData,
  FromBoardThread,
  NewSnapshot,
  ToBoardThread,
} from './board-thread-messages.ts'
import { checksum } from './checksum.ts'
import { createKeptDocument } from './kept-document.ts'
import { createBoardReader, ownBytes } from './read-board.ts'
import { openKysely } from './sql-database.ts'

const zip = promisify(gzip)

function serve(port: NonNullable<typeof parentPort>, { path }: BoardThreadData): void {
  const { load } = createBoardReader(openKysely(path))
  const lastMade = createKeptDocument()

  async function compact({ boardId, isForLong }: BoardTasks['compact']['given']): Promise<NewSnapshot | undefined> {
    const startedAtMs = performance.now()
    const { doc, stored, damaged } = await replayBoard(boardId, load, lastMade.open)
    try {
      // The last row that is in it: a damaged one after that is not covered, only passed over.
      const coversUpTo = Math.max(stored.updates.at(-1)?.number ?? 0, ...damaged.map(numberOf))
      const isNothingNew = coversUpTo <= (stored.snapshot?.coversUpTo ?? 0)
      if ((isNothingNew && !isForLong) || doc.store.clients.size === 0) return undefined
      const { bytes: state, readBack } = encodeVerifiedSnapshot(doc)
      lastMade.keep(state, readBack)
      const bytes = ownBytes(await zip(state))
      return {
        epoch: stored.epoch,
        bytes,
        contentBytes: state.byteLength,
        checksum: checksum(bytes),
        coversUpTo,
        madeFrom: stored.snapshot?.coversUpTo,
        damaged,
        tookMs: performance.now() - startedAtMs,
      }
    } finally {
      doc.destroy()
    }
  }

  const run = ({ given }: ToBoardThread): Promise<BoardTasks[keyof BoardTasks]['answer']> => compact(given)

  // One after the other: two large boards at once would only take twice the memory.
  let last: Promise<void> = Promise.resolve()
  port.on('message', (message: ToBoardThread) => {
    const say = (answer: FromBoardThread) => port.postMessage(answer)
    last = last
      .then(() => run(message))
      .then(
        (answer) => say({ id: message.id, answer }),
        (cause: unknown) => say({ id: message.id, failure: cause instanceof Error ? cause.message : String(cause) }),
      )
  })
}

function numberOf(part: Damage): number {
  return part.kind === 'update' ? part.number : 0
}

if (parentPort) serve(parentPort, workerData)
