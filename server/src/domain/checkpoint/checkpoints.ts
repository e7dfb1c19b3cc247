import type { BoardRecord } from '#shared/board/board-records.ts'
import { DomainError } from '#shared/errors.ts'
import type { CheckpointKind } from '#shared/http/checkpoints.ts'
import { maxCheckpointBytes, maxCheckpointsBytes, maxManualCheckpoints } from '#shared/limits.ts'
import type { BoardMember } from '../board/board-member.ts'
import type { Clock } from '../clock.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { Secrets } from '../secrets.ts'
import type { Checkpoint, NewCheckpoint } from './checkpoint.ts'
import type { CheckpointStore } from './checkpoint-store.ts'
import type { RecordPacking } from './record-packing.ts'
import { checkpointsToThin } from './thin-checkpoints.ts'

/** A checkpoint as lists show it: whether what is stored is still what was written. */
export type ListedCheckpoint = Checkpoint & { readonly isDamaged: boolean }

/** Boards changed in this time get an automatic checkpoint; a board that nobody touches keeps what it has. */
const changedWithinMs = 60 * 60 * 1_000
/** Ids that were found sound, so that a list does not read everything again. */
const soundKept = 5_000

export type Checkpoints = ReturnType<typeof createCheckpoints>

export function createCheckpoints(ports: {
  store: CheckpointStore
  packing: RecordPacking
  rooms: Pick<RoomRegistry, 'readRecords' | 'restore'>
  secrets: Secrets
  clock: Clock
  logger: RoomLogger
}) {
  const { store, packing, rooms, secrets, clock, logger } = ports
  const sound = new Set<string>()

  type Made = {
    boardId: string
    kind: CheckpointKind
    title: string | null
    by: Pick<BoardMember, 'participantId' | 'name'> | undefined
  }

  /** @throws {DomainError} `too_large` */
  async function make(records: readonly BoardRecord[], { boardId, kind, title, by }: Made): Promise<NewCheckpoint> {
    const contents = await packing.pack(records)
    if (contents.byteLength > maxCheckpointBytes) throw new DomainError('too_large')
    return {
      id: secrets.newId(),
      boardId,
      kind,
      title,
      createdAtMs: clock.nowMs(),
      createdBy: by?.participantId ?? null,
      createdByName: by?.name ?? null,
      shapeCount: records.filter(({ typeName }) => typeName === 'shape').length,
      bytes: contents.byteLength,
      contents,
    }
  }

  /** @throws {DomainError} `checkpoint_not_found` */
  async function find(boardId: string, id: string): Promise<Checkpoint> {
    const checkpoint = await store.find(boardId, id)
    if (!checkpoint) throw new DomainError('checkpoint_not_found')
    return checkpoint
  }

  /** @throws {DomainError} `checkpoint_not_found`, `checkpoint_damaged` */
  async function recordsOf(boardId: string, id: string): Promise<readonly BoardRecord[]> {
    await find(boardId, id)
    const contents = await store.readContents(boardId, id)
    const records = contents && (await packing.unpack(contents))
    if (records) return records
    sound.delete(id)
    logger.error({ boardId, checkpointId: id }, 'A checkpoint is damaged: it can be neither shown nor restored.')
    throw new DomainError('checkpoint_damaged')
  }

  async function isDamaged({ boardId, id }: Checkpoint): Promise<boolean> {
    if (sound.has(id)) return false
    if (!(await store.readContents(boardId, id))) return true
    if (sound.size >= soundKept) sound.clear()
    sound.add(id)
    return false
  }

  async function thin(boardId: string): Promise<void> {
    await store.remove(boardId, checkpointsToThin(await store.list(boardId), clock.nowMs()))
  }

  async function saveAutomatically(boardId: string): Promise<void> {
    const records = await rooms.readRecords(boardId)
    await store.save(await make(records, { boardId, kind: 'automatic', title: null, by: undefined }))
    await thin(boardId)
  }

  return {
    /** The newest first. */
    async list(boardId: string): Promise<readonly ListedCheckpoint[]> {
      const listed: ListedCheckpoint[] = []
      // One after the other: each may be megabytes.
      for (const checkpoint of await store.list(boardId)) {
        listed.push({ ...checkpoint, isDamaged: await isDamaged(checkpoint) })
      }
      return listed
    },

    /** @throws {DomainError} `too_many_checkpoints`, `too_large` */
    async save(boardId: string, title: string, by: BoardMember): Promise<Checkpoint> {
      const { contents, ...checkpoint } = await make(await rooms.readRecords(boardId), {
        boardId,
        kind: 'manual',
        title,
        by,
      })
      const manual = (await store.list(boardId)).filter(({ kind }) => kind === 'manual')
      const bytes = manual.reduce((sum, { bytes }) => sum + bytes, checkpoint.bytes)
      if (manual.length >= maxManualCheckpoints || bytes > maxCheckpointsBytes)
        throw new DomainError('too_many_checkpoints')
      await store.save({ ...checkpoint, contents })
      await thin(boardId)
      return checkpoint
    },

    /** Keeps what a step of a session left behind. @param by - undefined where nobody knows any more who went on. @throws {DomainError} `too_large` */
    async saveStep(
      boardId: string,
      title: string,
      by: Pick<BoardMember, 'participantId' | 'name'> | undefined,
      records: readonly BoardRecord[],
    ): Promise<Checkpoint> {
      const { contents, ...checkpoint } = await make(records, { boardId, kind: 'step', title, by })
      await store.save({ ...checkpoint, contents })
      await thin(boardId)
      return checkpoint
    },

    recordsOf,

    /**
     * The newest that can be read, for when the board itself cannot. What a restore left behind is what somebody wanted
     * to be rid of: it comes last.
     */
    async newest(boardId: string): Promise<{ id: string; records: readonly BoardRecord[] } | undefined> {
      const all = await store.list(boardId)
      const isLeftBehind = ({ kind }: Checkpoint) => kind === 'before_restore'
      for (const { id } of [...all.filter((one) => !isLeftBehind(one)), ...all.filter(isLeftBehind)]) {
        const contents = await store.readContents(boardId, id)
        const records = contents && (await packing.unpack(contents))
        if (records) return { id, records }
      }
      return undefined
    },

    /**
     * Takes the board back to the checkpoint, for everybody, and keeps what it was until then.
     *
     * @throws {DomainError} `checkpoint_not_found`, `checkpoint_damaged`, `too_large`, `store_unavailable`
     */
    async restore(boardId: string, id: string, by: BoardMember) {
      const { title, createdAtMs } = await find(boardId, id)
      const { epoch, before } = await rooms.restore(boardId, {
        records: await recordsOf(boardId, id),
        restoration: { title, copiedAtMs: createdAtMs, byName: by.name },
        participantId: by.participantId,
        keep: (records) => make(records, { boardId, kind: 'before_restore', title: null, by }),
      })
      await thin(boardId)
      return { epoch, before }
    },

    /** @throws {DomainError} `checkpoint_not_found` */
    async remove(boardId: string, id: string): Promise<void> {
      await find(boardId, id)
      await store.remove(boardId, [id])
    },

    /** One of each board that somebody has changed since its last checkpoint. Never rejects. */
    async saveAutomatic(signal: AbortSignal): Promise<void> {
      try {
        for (const boardId of await store.boardsChangedSince(clock.nowMs() - changedWithinMs)) {
          if (signal.aborted) return
          await saveAutomatically(boardId).catch((err: unknown) =>
            logger.error({ boardId, err }, 'An automatic checkpoint of a board was not saved; later again.'),
          )
        }
      } catch (err) {
        logger.error({ err }, 'Automatic checkpoints were not saved; later again.')
      }
    },
  }
}
