import type { Kysely } from 'kysely'
import type { NewCheckpoint } from '../../domain/checkpoint/checkpoint.ts'
import type { CheckpointStore } from '../../domain/checkpoint/checkpoint-store.ts'
import { checksum } from './checksum.ts'
import { ownBytes } from './read-board.ts'
import { type SqlDatabase, toStatement } from './sql-database.ts'
import type { Tables } from './tables.ts'
import type { Statement } from './writer.ts'

export function insertCheckpoint(db: Kysely<Tables>, { contents, ...checkpoint }: NewCheckpoint): Statement {
  return toStatement(
    db.insertInto('checkpoint').values({ ...checkpoint, checksum: checksum(contents), contents: ownBytes(contents) }),
  )
}

const shownColumns = [
  'id',
  'boardId',
  'kind',
  'title',
  'createdAtMs',
  'createdBy',
  'createdByName',
  'shapeCount',
  'bytes',
] as const

export function createSqlCheckpointStore({ db, writer }: SqlDatabase): CheckpointStore {
  const ofBoard = (boardId: string) => db.selectFrom('checkpoint').where('boardId', '=', boardId)
  return {
    async save(checkpoint) {
      await writer.write([insertCheckpoint(db, checkpoint)])
    },
    list: (boardId) => ofBoard(boardId).select(shownColumns).orderBy('createdAtMs', 'desc').orderBy('id').execute(),
    find: (boardId, id) => ofBoard(boardId).select(shownColumns).where('id', '=', id).executeTakeFirst(),
    async readContents(boardId, id) {
      const row = await ofBoard(boardId).select(['contents', 'checksum']).where('id', '=', id).executeTakeFirst()
      return row && checksum(row.contents) === row.checksum ? ownBytes(row.contents) : undefined
    },
    async remove(boardId, ids) {
      if (ids.length === 0) return
      await writer.write([
        toStatement(db.deleteFrom('checkpoint').where('boardId', '=', boardId).where('id', 'in', ids)),
      ])
    },
    async boardsChangedSince(sinceMs) {
      const rows = await db
        .selectFrom('board')
        .select('board.id')
        .where('board.deletedAtMs', 'is', null)
        .where('board.changedBy', 'is not', null)
        .where('board.changedAtMs', '>', sinceMs)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('checkpoint')
                .select('checkpoint.id')
                .whereRef('checkpoint.boardId', '=', 'board.id')
                .whereRef('checkpoint.createdAtMs', '>=', 'board.changedAtMs'),
            ),
          ),
        )
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
