import type { BoardRecord } from '#shared/board/board-records.ts'
import { zoneKeyOf } from '#shared/board/zone-of.ts'
import type { Person } from '#shared/protocol/messages.ts'
import type { Session } from '#shared/session/session.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { SessionStore, StepGuest, StepRecord } from './session-store.ts'

type By = { readonly participantId: string; readonly name: string }

/** Keeps the board as each step left it. Nobody waits for it: the next step has begun already. */
export interface StepKeeping {
  /** People have come to a step. */
  entered(session: Session): void
  /** They have left it: its record is due. */
  left(boardId: string, due: StepRecord, by: By): void
  /** Takes up what was due when the server stopped: the board is kept as it is now. Resolves when that is under way. */
  resume(): Promise<void>
  /** Resolves when all that was left is kept, or could not be. */
  settled(sessionId: string): Promise<void>
}

/** A step that somebody only passed through has nothing to keep, unless people were quick. */
const passedThroughMs = 5_000

export function createStepKeeping(ports: {
  readonly store: Pick<SessionStore, 'keepStepRecord' | 'listDue'>
  readonly rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf' | 'takePeopleSeen' | 'notifyFacilitators'>
  readonly saveCheckpoint: (
    boardId: string,
    title: string,
    by: By | undefined,
    records: readonly BoardRecord[],
  ) => Promise<Checkpoint>
  readonly logger: RoomLogger
}): StepKeeping {
  const { store, rooms, saveCheckpoint, logger } = ports
  const versionsOnEntry = new Map<string, string>()
  const underWay = new Map<string, Promise<void>>()

  const keepBoard = async (boardId: string, { sessionId, title }: StepRecord, by: By | undefined) => {
    try {
      const records = await rooms.readRecords(boardId)
      const { id } = await saveCheckpoint(boardId, title.en ?? '', by, records)
      return { notesByZone: countByZone(records), checkpointId: id }
    } catch (err) {
      logger.error({ boardId, sessionId, err }, 'The board was not kept as a step left it.')
      rooms.notifyFacilitators(boardId, { code: 'step_not_kept', title: title.en ?? '' })
      return { notesByZone: null, checkpointId: null }
    }
  }

  const keep = async (boardId: string, record: () => Promise<StepRecord>, { sessionId, stepId, title }: StepRecord) => {
    try {
      await store.keepStepRecord(await record())
    } catch (err) {
      logger.error({ boardId, sessionId, stepId, err }, 'What a step was is missing in the summary of its session.')
      rooms.notifyFacilitators(boardId, { code: 'step_not_kept', title: title.en ?? '' })
    }
  }

  const keepNow = async (boardId: string, due: StepRecord, by: By) => {
    const { sessionId, enteredAtMs, leftAtMs } = due
    const onEntry = versionsOnEntry.get(sessionId)
    versionsOnEntry.delete(sessionId)
    const people = rooms.takePeopleSeen(boardId).map(toStepGuest)
    const record = async (): Promise<StepRecord> => {
      const isPassedThrough = leftAtMs - enteredAtMs < passedThroughMs && onEntry === (await rooms.versionOf(boardId))
      return { ...due, people, keeping: 'kept', ...(isPassedThrough ? {} : await keepBoard(boardId, due, by)) }
    }
    await keep(boardId, record, due)
  }

  const keepLate = (boardId: string, due: StepRecord) =>
    keep(boardId, async () => ({ ...due, keeping: 'late', ...(await keepBoard(boardId, due, undefined)) }), due)

  /** One after the other, for each session. */
  const inTurn = (sessionId: string, act: () => Promise<void>) => {
    const before = underWay.get(sessionId) ?? Promise.resolve()
    const kept = before.then(act)
    underWay.set(sessionId, kept)
    void kept.finally(() => {
      if (underWay.get(sessionId) === kept) underWay.delete(sessionId)
    })
  }

  return {
    entered({ id, boardId }) {
      void rooms.versionOf(boardId).then(
        (version) => versionsOnEntry.set(id, version),
        (err: unknown) => logger.warn({ boardId, err }, 'It is not known what a board was when a step began.'),
      )
    },
    left: (boardId, due, by) => inTurn(due.sessionId, () => keepNow(boardId, due, by)),
    async resume() {
      for (const { boardId, record } of await store.listDue()) inTurn(record.sessionId, () => keepLate(boardId, record))
    },
    async settled(sessionId) {
      await underWay.get(sessionId)
    },
  }
}

export function toStepGuest({ participantId, name, country, organisation, standsFor }: Person): StepGuest {
  return { participantId, name, country, organisation, standsFor }
}

/** Shapes that people put there: zones themselves are none, and what lies in a group counts with its group. */
function countByZone(records: readonly BoardRecord[]): Record<string, number> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const counts: Record<string, number> = {}
  for (const record of records) {
    if (record.typeName !== 'shape' || record.type === 'zone') continue
    const parent = byId.get(String(record.parentId))
    if (parent?.typeName === 'shape' && parent.type === 'group') continue
    const key = zoneKeyOf(record, (id) => byId.get(id)) ?? ''
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
