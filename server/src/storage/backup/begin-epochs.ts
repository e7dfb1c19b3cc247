import Sqlite from 'better-sqlite3'
import { renewEpoch } from '../../domain/room/restore-board.ts'
import { createSqlBoardLog } from '../sql/sql-board-log.ts'
import { openSqlDatabase } from '../sql/sql-database.ts'

/**
 * Begins a new epoch on every board of a database that was brought back, which it brings to the newest schema first: a
 * browser that still holds what came after the backup would push it in otherwise.
 *
 * @param backupAtMs - the moment that people are told
 * @returns the titles of boards that are damaged; they stay as they are stored.
 */
export async function beginEpochs(
  path: string,
  backupAtMs: number,
  nowMs: number,
): Promise<{ readonly damaged: readonly string[] }> {
  const database = await openSqlDatabase(path)
  const damaged: string[] = []
  try {
    const clock = { nowMs: () => nowMs }
    // What it would say is told by the command that brings the backup back, and by the server when it opens a board.
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const log = createSqlBoardLog(database, clock)
    const restoration = { title: null, copiedAtMs: backupAtMs, byName: null }
    const boards = database.db.selectFrom('board').select(['id', 'title'])
    const layers = database.db.selectFrom('layer').innerJoin('board', 'board.id', 'layer.boardId')
    for (const { id, title } of await boards.unionAll(layers.select(['layer.id', 'board.title'])).execute()) {
      if (!(await renewEpoch(id, restoration, { log, logger, clock }))) damaged.push(title)
    }
  } finally {
    await database.close()
  }
  keepInOneFile(path)
  return { damaged }
}

/** Nothing beside it, as it was in the backup; the server turns WAL on again. */
function keepInOneFile(path: string): void {
  const db = new Sqlite(path, { fileMustExist: true })
  db.pragma('journal_mode = DELETE')
  db.close()
}
