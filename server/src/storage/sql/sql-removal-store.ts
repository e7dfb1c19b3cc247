import type { RemovalStore } from '../../domain/participant/removal.ts'
import { checksum } from './checksum.ts'
import { ownBytes } from './read-board.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'

/** Of each board: they are for undoing, and checkpoints are there for everything older. */
const removalsKept = 50

export function createSqlRemovalStore({ db, writer }: SqlDatabase): RemovalStore {
  return {
    async save({ contents, ...removal }) {
      const ofBoard = db.selectFrom('removal').select('id').where('boardId', '=', removal.boardId)
      const newest = ofBoard.orderBy('removedAtMs', 'desc').orderBy('id').limit(removalsKept)
      await writer.write([
        toStatement(
          db.insertInto('removal').values({ ...removal, checksum: checksum(contents), contents: ownBytes(contents) }),
        ),
        toStatement(db.deleteFrom('removal').where('boardId', '=', removal.boardId).where('id', 'not in', newest)),
      ])
    },
    async readContents(boardId, id) {
      const row = await db
        .selectFrom('removal')
        .select(['contents', 'checksum'])
        .where('boardId', '=', boardId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && checksum(row.contents) === row.checksum ? ownBytes(row.contents) : undefined
    },
  }
}
