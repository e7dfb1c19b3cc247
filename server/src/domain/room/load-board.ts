import * as Y from 'yjs'
import { type BoardRecord, openBoardRecords } from '#shared/board/board-records.ts'
import { documentRecordId, encodeStandIn, takeFreeClientId } from '#shared/board/new-board.ts'
import { recordsMapName } from '#shared/board/record-keys.ts'
import { DomainError } from '#shared/errors.ts'
import type { BoardLog, Restoration } from './board-log.ts'
import { replayBoard } from './replay-board.ts'
import type { LastKept, RoomLogger } from './room-ports.ts'
import { addsNothing } from './update-content.ts'

export type LoadedDocument = {
  readonly doc: Y.Doc
  readonly epoch: number
  /** Client ids of the epochs before: who shows one holds what was undone. */
  readonly retired: ReadonlySet<number>
  readonly restoration: Restoration | undefined
  readonly lastNumber: number
  /** Size of what the log holds since the last snapshot. */
  readonly rows: number
  readonly rowBytes: number
  readonly storedBytes: number
  /** Part of the log could not be read; what is here is the last good state. */
  readonly isRecovered: boolean
  /** What stands in for rows that cannot be read, and has to be stored anew: what comes next builds on it. */
  readonly standIn: Uint8Array | undefined
}

/** Nothing readable is left of a board that once had something: better no board than an empty one. */
export class BoardUnreadable extends DomainError {
  override readonly name = 'BoardUnreadable'

  constructor(boardId: string) {
    super('board_unreadable', {}, { cause: new Error(`nothing readable is left of board ${boardId}`) })
  }
}

/**
 * @param lastKept - for when the beginning of what is stored is lost, and with it what all the rest builds on
 * @throws {BoardUnreadable}, or what the log throws.
 */
export async function loadBoard(
  boardId: string,
  log: Pick<BoardLog, 'load' | 'loadBeginning'>,
  logger: RoomLogger,
  lastKept: (boardId: string) => Promise<LastKept | undefined> = async () => undefined,
): Promise<LoadedDocument> {
  const { doc, stored, damaged, causes } = await replayBoard(boardId, log.load)
  const { epoch, restoration } = stored
  const retired = clientsOf(stored.retired)
  takeFreeClientId(doc, retired)
  const isGone = epoch > 1 && !stored.snapshot && stored.updates.length === 0
  const isRecovered = damaged.length > 0 || isGone || (stored.lastNumber > 0 && !hasBeginning(doc))
  let standIn: Uint8Array | undefined
  if (isRecovered) {
    logger.error(
      { boardId, damaged: damaged.length, parts: damaged.slice(0, 20), err: causes[0] },
      'A board was loaded from its last good state: what is stored of it is damaged.',
    )
    const beginning = await log.loadBeginning(boardId)
    if (beginning && !addsNothing(doc, Y.decodeUpdate(beginning))) {
      Y.applyUpdate(doc, beginning)
      standIn = beginning
      logger.error({ boardId, epoch }, 'The checkpoint that was last restored stands in for what cannot be read.')
    }
    const kept = hasBeginning(doc) ? undefined : await lastKept(boardId)
    if (kept) {
      standIn = encodeStandIn(kept.records, new Set([...retired, ...doc.store.clients.keys()]))
      Y.applyUpdate(doc, standIn)
      const { checkpointId } = kept
      logger.error({ boardId, epoch, checkpointId }, standInSentences[kept.kind])
    }
    if (doc.store.clients.size === 0) {
      doc.destroy()
      throw new BoardUnreadable(boardId)
    }
  }
  const rowBytes = stored.updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  return {
    doc,
    epoch,
    retired,
    restoration,
    lastNumber: stored.lastNumber,
    rows: stored.updates.length,
    rowBytes,
    storedBytes: rowBytes + (stored.snapshot?.bytes.byteLength ?? 0),
    isRecovered,
    standIn,
  }
}

const standInSentences = {
  checkpoint:
    'The newest checkpoint stands in for what cannot be read; what people’s devices still hold comes back to it.',
  layer: 'What somebody wrote alone begins anew; what her devices still hold comes back to it.',
  template: 'The template stands in for what cannot be read; what people’s devices still hold comes back to it.',
} as const

/** Every board has its root records from its first row on, and nobody can remove them. */
function hasBeginning(doc: Y.Doc): boolean {
  return doc.getMap(recordsMapName).has(documentRecordId)
}

export function clientsOf(stateVectors: readonly Uint8Array[]): ReadonlySet<number> {
  return new Set(stateVectors.flatMap((stateVector) => [...Y.decodeStateVector(stateVector).keys()]))
}

export function readBoardRecords(doc: Y.Doc): readonly BoardRecord[] {
  const records = openBoardRecords(doc)
  const all = records.readAll()
  records.close()
  return all
}
