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
  }
}
