import type { BoardRecord } from '#shared/board/board-records.ts'
import { zoneKeyOf } from '#shared/board/zone-of.ts'
import type { Session, Visit } from '#shared/session/session.ts'
import { seatedIn } from '#shared/session/tables/rounds.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { RoomLogger } from '../room/room-ports.ts'
import type { RoomRegistry } from '../room/room-registry.ts'
import type { SessionStore } from './session-store.ts'

/** Keeps the board as each step left it. Nobody waits for it: the next step has begun already. */
export interface StepKeeping {
  /** People have come to a step. */
  entered(session: Session): void
  /** They have left it. */
  left(session: Session, visit: Visit, by: { readonly participantId: string; readonly name: string }): void
  /** Resolves when all that was left is kept, or could not be. */
  settled(sessionId: string): Promise<void>
}

/** A step that somebody only passed through has nothing to keep, unless people were quick. */
const passedThroughMs = 5_000

export function createStepKeeping(ports: {
  readonly store: Pick<SessionStore, 'addStepRecord'>
  readonly rooms: Pick<RoomRegistry, 'readRecords' | 'versionOf' | 'takePeopleSeen' | 'notifyFacilitators'>
  readonly saveCheckpoint: (
    boardId: string,
    title: string,
    by: { readonly participantId: string; readonly name: string },
    records: readonly BoardRecord[],
  ) => Promise<Checkpoint>
  readonly logger: RoomLogger
}): StepKeeping {
  const { store, rooms, saveCheckpoint, logger } = ports
  const versionsOnEntry = new Map<string, string>()
  const underWay = new Map<string, Promise<void>>()

  const keepBoard = async (session: Session, title: string, by: { participantId: string; name: string }) => {
    const { boardId } = session
    try {
      const records = await rooms.readRecords(boardId)
      const { id } = await saveCheckpoint(boardId, title, by, records)
      return { notesByZone: countByZone(records), checkpointId: id }
    } catch (err) {
      logger.error({ boardId, sessionId: session.id, err }, 'The board was not kept as a step left it.')
      rooms.notifyFacilitators(boardId, { code: 'step_not_kept', title })
      return { notesByZone: null, checkpointId: null }
    }
  }

  const keep = async (session: Session, visit: Visit, by: { participantId: string; name: string }) => {
    const { id: sessionId, boardId, plan } = session
    const { stepId, enteredAtMs, leftAtMs } = visit
    const onEntry = versionsOnEntry.get(sessionId)
    versionsOnEntry.delete(sessionId)
    const title = plan.steps.find(({ id }) => id === stepId)?.title ?? { en: '' }
    const people = rooms.takePeopleSeen(boardId).map(({ participantId, name, country, organisation, standsFor }) => ({
      ...{ participantId, name, country, organisation, standsFor },
    }))
    try {
      const isPassedThrough =
        (leftAtMs ?? enteredAtMs) - enteredAtMs < passedThroughMs && onEntry === (await rooms.versionOf(boardId))
      const kept = isPassedThrough ? { notesByZone: null, checkpointId: null } : await keepBoard(session, title.en, by)
      await store.addStepRecord({
        ...{ sessionId, stepId, title, enteredAtMs, people, ...kept },
        leftAtMs: leftAtMs ?? enteredAtMs,
        tables: seatedIn(session.tables, stepId),
      })
    } catch (err) {
      logger.error({ boardId, sessionId, stepId, err }, 'What a step was is missing in the summary of its session.')
      rooms.notifyFacilitators(boardId, { code: 'step_not_kept', title: title.en })
    }
  }

  return {
    entered({ id, boardId }) {
      void rooms.versionOf(boardId).then(
        (version) => versionsOnEntry.set(id, version),
        (err: unknown) => logger.warn({ boardId, err }, 'It is not known what a board was when a step began.'),
      )
    },
    left(session, visit, by) {
      const before = underWay.get(session.id) ?? Promise.resolve()
      const kept = before.then(() => keep(session, visit, by))
      underWay.set(session.id, kept)
      void kept.finally(() => {
        if (underWay.get(session.id) === kept) underWay.delete(session.id)
      })
    },
    async settled(sessionId) {
      await underWay.get(sessionId)
    },
  }
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
