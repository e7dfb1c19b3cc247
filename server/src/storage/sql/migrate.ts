import type { Database } from 'better-sqlite3'
import type { Migration } from './migrations/migration.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'
import { openForWriting } from './open-database.ts'

/** The database was written by a later version; running on it could lose what this version does not know. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'

  constructor(found: number, known: number) {
    super(
      `The database in DATA_DIR was made by a newer version of Tablecloth (schema ${found}; this version knows ${known}). ` +
        'Start that version or a later one, or restore a backup from before the upgrade.',
    )
  }
}

/**
 * Brings the database at `path` to the newest schema; makes it where there is none.
 *
 * @returns the names of the migrations that ran.
 * @throws {NewerDatabase}
 */
export function migrate(path: string, migrations: readonly Migration[] = allMigrations): string[] {
  const db = openForWriting(path, 5_000)
  try {
    return migrations.filter((migration) => runOnce(db, migration, migrations)).map(({ name }) => name)
  } finally {
    db.close()
  }
}

function runOnce(db: Database, migration: Migration, known: readonly Migration[]): boolean {
  // Checked inside the transaction: the server and `admin-link` may both start on a new database.
  const step = db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }))
    const newest = known.at(-1)?.number ?? 0
    if (version > newest) throw new NewerDatabase(version, newest)
    if (version >= migration.number) return false
    migration.run(db)
    db.pragma(`user_version = ${migration.number}`)
    return true
  })
  return step.immediate()
}
