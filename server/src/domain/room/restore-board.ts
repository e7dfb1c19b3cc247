import * as Y from 'yjs'
import type { BoardRecord } from '#shared/board/board-records.ts'
import { encodeFreshBoard } from '#shared/board/new-board.ts'
import { DomainError } from '#shared/errors.ts'
import type { NewCheckpoint } from '../checkpoint/checkpoint.ts'
import type { Clock } from '../clock.ts'
import type { Restoration } from './board-log.ts'
import type { RoomClock } from './clock.ts'
import type { BoardAtRest, Room } from './live-room.ts'
import { BoardUnreadable, clientsOf, loadBoard, readBoardRecords } from './load-board.ts'
import type { RoomPorts } from './room-ports.ts'
import { encodeClients } from './update-content.ts'

export type Restore = {
  /** What the board will be. */
  readonly records: readonly BoardRecord[]
  readonly restoration: Restoration
  readonly participantId: string | null
  /** Makes the checkpoint of what the board was until then. */
  readonly keep: (records: readonly BoardRecord[]) => Promise<NewCheckpoint>
}

/** `before` is undefined where nothing could be read of what was there. */
export type Restored = { readonly epoch: number; readonly before: NewCheckpoint | undefined }

/** What a board at rest may wait for its last commit; then people go on where they were. */
const restWithinMs = 5_000

/**
 * Begins a board's next epoch: a fresh document from these records, so that nothing of the old one can be merged into
 * it. Nobody else may open the board meanwhile.
 *
 * @param room - the live one
 * @throws {DomainError} `store_unavailable`, with the board as it was
 */
export async function beginNextEpoch(
  boardId: string,
  { records, restoration, participantId, keep }: Restore,
  room: Room | undefined,
  { log, logger, clock, lastKept }: Pick<RoomPorts, 'log' | 'logger' | 'clock' | 'lastKept'>,
): Promise<Restored> {
  try {
    const atRest = await bringToRest(boardId, room, { log, logger, clock, lastKept })
    const before = atRest.records && (await keep(atRest.records))
    const next = nextEpoch(atRest, records)
    await log.beginEpoch({ boardId, ...next, restoration, before, participantId, atMs: clock.nowMs() })
    const { epoch } = next
    logger.info({ boardId, epoch, participantId }, 'A board was restored.')
    room?.leaveTo(restoration)
    return { epoch, before }
  } catch (cause) {
    room?.disconnect('cannotOpen', () => true)
    if (cause instanceof DomainError) throw cause
    logger.error({ boardId, err: cause }, 'A board could not be restored. It is as it was.')
    throw new DomainError('store_unavailable', {}, { cause })
  }
}

/**
 * What is on a board that takes nothing in any more.
 *
 * @param room - the live one
 * @throws {DomainError} `store_unavailable`
 */
export async function bringToRest(
  boardId: string,
  room: Room | undefined,
  { log, logger, clock, lastKept }: Pick<RoomPorts, 'log' | 'logger' | 'clock' | 'lastKept'>,
): Promise<BoardAtRest> {
  const atRest = await (room ? restInTime(room, clock) : readAtRest(boardId, { log, logger, lastKept }))
  if (!atRest) throw new DomainError('store_unavailable')
  return atRest
}

/**
 * The same for a board that stays as it is, when the store itself has gone back: whoever holds what came after must not
 * bring it back in. For a server that does not run.
 *
 * @returns false for a board that is damaged. It stays as it is stored: what a browser still holds of it is welcome.
 */
export async function renewEpoch(
  boardId: string,
  restoration: Restoration,
  { log, logger, clock }: Pick<RoomPorts, 'log' | 'logger'> & { readonly clock: Clock },
): Promise<boolean> {
  const atRest = await readAtRest(boardId, { log, logger, lastKept: async () => undefined })
  if (!atRest.records || atRest.isRecovered) return false
  const next = nextEpoch(atRest, atRest.records)
  const nobody = { before: undefined, participantId: null }
  await log.beginEpoch({ boardId, ...next, restoration, ...nobody, atMs: clock.nowMs() })
  return true
}

export function nextEpoch({ epoch, retired, clients }: BoardAtRest, records: readonly BoardRecord[]) {
  const taken = new Set([...retired, ...clientsOf([clients])])
  return { epoch: epoch + 1, retired: clients, state: encodeFreshBoard(records, taken) }
}

/** Undefined when its last commit takes too long. */
function restInTime(room: Room, clock: RoomClock): Promise<BoardAtRest | undefined> {
  return new Promise((resolve, reject) => {
    const stopWaiting = clock.after(restWithinMs, () => resolve(undefined))
    room.rest().then(resolve, reject).finally(stopWaiting)
  })
}

async function readAtRest(
  boardId: string,
  { log, logger, lastKept }: Pick<RoomPorts, 'log' | 'logger' | 'lastKept'>,
): Promise<BoardAtRest> {
  try {
    const { doc, epoch, retired, isRecovered } = await loadBoard(boardId, log, logger, lastKept)
    const atRest = { epoch, retired, isRecovered, records: readBoardRecords(doc), clients: encodeClients(doc) }
    doc.destroy()
    return atRest
  } catch (cause) {
    // A board that cannot be read is what checkpoints are for. Who had a part in it is lost with it.
    if (!(cause instanceof BoardUnreadable)) throw cause
    const { epoch, retired } = await log.load(boardId)
    return {
      epoch,
      retired: clientsOf(retired),
      isRecovered: true,
      records: undefined,
      clients: Y.encodeStateVector(new Map()),
    }
  }
}
