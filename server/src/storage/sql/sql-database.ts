import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely'
import { type BoardThread, createBoardThread } from './create-board-thread.ts'
import { createWriter } from './create-writer.ts'
import { migrate } from './migrate.ts'
import { openForReading } from './open-database.ts'
import type { Tables } from './tables.ts'
import type { Statement, Writer } from './writer.ts'

/** The SQLite database: `db` builds every statement and runs the reads, `writer` runs the writes. */
export interface SqlDatabase {
  /** On a read-only connection: executing an insert, update or delete on it fails. */
  readonly db: Kysely<Tables>
  readonly writer: Writer
  readonly boardThread: BoardThread
  /** Names of the migrations that ran when it was opened. */
  readonly migrated: readonly string[]
  /** Resolves when every write handed in before is durable. */
  close(): Promise<void>
}

/** @throws {NewerDatabase} */
export async function openSqlDatabase(path: string): Promise<SqlDatabase> {
  const migrated = migrate(path)
  const writer = await createWriter(path)
  const db = openKysely(path)
  const boardThread = createBoardThread(path)
  return {
    db,
    writer,
    boardThread,
    migrated,
    async close() {
      await boardThread.close()
      await db.destroy()
      // Last: the connection that writes puts the log into the database as it goes, which leaves one file with all in it.
      await writer.close()
    },
  }
}

/** A read-only connection with our tables' names. */
export function openKysely(path: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: openForReading(path, 5_000) }),
    plugins: [new CamelCasePlugin()],
  })
}

/** Turns a typed query into a statement for the writer. Rows of `returning` come back with their column names. */
export function toStatement(
  query: { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } },
  expectation: { readonly expectedChanges?: number } = {},
): Statement {
  const { sql, parameters } = query.compile()
  return { sql, parameters, ...expectation }
}
