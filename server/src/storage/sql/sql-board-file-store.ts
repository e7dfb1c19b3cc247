import { sql } from 'kysely'
import { DomainError } from '#shared/errors.ts'
import type { BoardFileStore } from '../../domain/file/file-store.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import { isForeignKeyViolation } from './writer.ts'

export function createSqlBoardFileStore({ db, writer }: SqlDatabase): BoardFileStore {
  return {
    async add(file) {
      const insert = db.insertInto('boardFile').values(file)
      try {
        await writer.write([toStatement(insert.onConflict((conflict) => conflict.doNothing()))])
      } catch (cause) {
        if (isForeignKeyViolation(cause)) throw new DomainError('board_not_found', {}, { cause })
        throw cause
      }
    },
    async namesOnBoards() {
      const rows = await db.selectFrom('boardFile').select('name').distinct().execute()
      return new Set(rows.map(({ name }) => name))
    },
    async usage(boardId, participantId) {
      const bytes = db
        .selectFrom('boardFile')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('bytes'), sql.lit(0)).as('bytes'))
      const onBoard = bytes.where('boardId', '=', boardId)
      const [board, own] = await Promise.all([
        onBoard.executeTakeFirst(),
        onBoard.where('participantId', '=', participantId).executeTakeFirst(),
      ])
      return { board: board?.bytes ?? 0, own: own?.bytes ?? 0 }
    },
  }
}
