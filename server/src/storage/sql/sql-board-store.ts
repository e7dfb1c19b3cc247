import { sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import { operatorId, operatorName } from '../../domain/access/caller.ts'
import type { BoardSummary } from '../../domain/board/board.ts'
import type { BoardStore } from '../../domain/board/board-store.ts'
import { checksum } from './checksum.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { type Bit, toBit } from './tables.ts'
import { isForeignKeyViolation, WriteConflict } from './writer.ts'

export function createSqlBoardStore({ db, writer }: SqlDatabase): BoardStore {
  const summaries = () =>
    db
      .selectFrom('board')
      .innerJoin('pilot', 'pilot.id', 'board.pilotId')
      .leftJoin('participant', 'participant.id', 'board.changedBy')
      .leftJoin('account', 'account.id', 'board.changedBy')
      .selectAll('board')
      .select([
        'pilot.title as pilotTitle',
        sql<string | null>`CASE board.changed_by WHEN ${operatorId} THEN ${operatorName}
          ELSE coalesce(participant.name, account.name) END`.as('changedByName'),
      ])

  return {
    async create({ isDoorLocked, ...board }, firstUpdate) {
      const firstRow = {
        boardId: board.id,
        bytes: firstUpdate,
        checksum: checksum(firstUpdate),
        participantId: null,
        atMs: board.createdAtMs,
      }
      try {
        await writer.write([
          toStatement(db.insertInto('board').values({ ...board, isDoorLocked: toBit(isDoorLocked) })),
          toStatement(db.insertInto('boardUpdate').values(firstRow)),
        ])
      } catch (cause) {
        if (isForeignKeyViolation(cause)) throw new DomainError('pilot_not_found', {}, { cause })
        throw cause
      }
    },

    async get(id) {
      const row = await summaries().where('board.id', '=', id).executeTakeFirst()
      return row && toSummary(row)
    },

    async listByPilot(pilotId, state) {
      let query = summaries().where('board.pilotId', '=', pilotId)
      query = query.where('board.deletedAtMs', state === 'deleted' ? 'is not' : 'is', null)
      if (state !== 'deleted') query = query.where('board.archivedAtMs', state === 'archived' ? 'is not' : 'is', null)
      const rows = await query.orderBy('board.changedAtMs', 'desc').orderBy('board.id').execute()
      return rows.map(toSummary)
    },

    async update(id, { isDoorLocked, ...change }) {
      const fields = { ...change, ...(isDoorLocked === undefined ? {} : { isDoorLocked: toBit(isDoorLocked) }) }
      if (Object.keys(fields).length === 0) return
      try {
        await writer.write([
          toStatement(db.updateTable('board').set(fields).where('id', '=', id), { expectedChanges: 1 }),
        ])
      } catch (cause) {
        if (cause instanceof WriteConflict) throw new DomainError('board_not_found', {}, { cause })
        throw cause
      }
    },

    async purgeDeletedBefore(timeMs) {
      const over = db.selectFrom('board').select('id').where('deletedAtMs', '<', timeMs)
      const layers = db.selectFrom('layer').where('boardId', 'in', over)
      const logs = over.union(layers.select('id'))
      const results = await writer.write([
        toStatement(db.deleteFrom('boardUpdate').where('boardId', 'in', logs)),
        toStatement(db.deleteFrom('boardSnapshot').where('boardId', 'in', logs)),
        toStatement(db.deleteFrom('damagedPart').where('boardId', 'in', logs)),
        toStatement(db.deleteFrom('goneShape').where('boardId', 'in', logs)),
        toStatement(db.deleteFrom('boardEpoch').where('boardId', 'in', logs)),
        toStatement(db.deleteFrom('layer').where('boardId', 'in', over)),
        toStatement(db.deleteFrom('checkpoint').where('boardId', 'in', over)),
        toStatement(db.deleteFrom('board').where('deletedAtMs', '<', timeMs)),
      ])
      return results.at(-1)?.changes ?? 0
    },
  }
}

type SummaryRow = Omit<BoardSummary, 'isDoorLocked'> & { isDoorLocked: Bit; lastNumber: number }

function toSummary({ isDoorLocked, lastNumber: _lastNumber, ...row }: SummaryRow): BoardSummary {
  return { ...row, isDoorLocked: isDoorLocked === 1 }
}
