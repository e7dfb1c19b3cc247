import Sqlite, { type Database, SqliteError } from 'better-sqlite3'
import { NewerDatabase } from '../sql/migrate.ts'
import { migrations } from '../sql/migrations/migrations.ts'
import { openForReading } from '../sql/open-database.ts'
import { BackupProblem } from './backup-contents.ts'

const busyTimeoutMs = 5_000
/** All that is left in one step: copied piecemeal, every commit of a running server would start the copy anew. */
const allPages = 0x7fff_ffff

export type DatabaseFacts = {
  readonly schema: number
  readonly boards: number
  /** The names of the pictures that boards show. */
  readonly pictures: readonly string[]
}

/**
 * Copies the database as it is at one moment, with every commit before it; others may go on writing.
 *
 * @throws {NewerDatabase}
 */
export async function copyDatabase(from: string, to: string): Promise<DatabaseFacts> {
  const source = openForReading(from, busyTimeoutMs)
  try {
    await source.backup(to, { progress: () => allPages })
  } finally {
    source.close()
  }
  const copy = new Sqlite(to, { fileMustExist: true })
  try {
    // One file with nothing beside it; the server turns WAL on again.
    copy.pragma('journal_mode = DELETE')
    return readFacts(copy)
  } finally {
    copy.close()
  }
}

/**
 * What is in a copy, after a look at every page of it.
 *
 * @throws {NewerDatabase}
 * @throws {BackupProblem} it is damaged, or not ours
 */
export function checkDatabase(path: string): DatabaseFacts {
  const db = openForReading(path, busyTimeoutMs)
  try {
    return readFacts(db)
  } finally {
    db.close()
  }
}

function readFacts(db: Database): DatabaseFacts {
  const schema = Number(db.pragma('user_version', { simple: true }))
  assertKnownSchema(schema)
  const verdict = String(db.pragma('integrity_check', { simple: true }))
  if (verdict !== 'ok') throw new BackupProblem(`The database is damaged: ${verdict}.`)
  return {
    schema,
    boards: Number(db.prepare('SELECT count(*) FROM board WHERE deleted_at_ms IS NULL').pluck().get()),
    pictures: db.prepare('SELECT DISTINCT name FROM board_file ORDER BY name').pluck().all().map(String),
  }
}

/** @throws {NewerDatabase} */
export function assertKnownSchema(schema: number): void {
  const newest = migrations.at(-1)?.number ?? 0
  if (schema > newest) throw new NewerDatabase(schema, newest)
  if (schema === 0)
    throw new BackupProblem('The database is not one of Tablecloth: it is empty, or of another program.')
}

/**
 * Whether another connection is open on the database: in WAL mode each holds a lock on the file for as long as it
 * lives, so a lock for ourselves alone is to be had only when there is none.
 */
export function isInUse(path: string): boolean {
  const db = new Sqlite(path, { fileMustExist: true, timeout: 0 })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; ROLLBACK')
    return false
  } catch (error) {
    if (error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    // A database too damaged to be opened serves nobody, and is the very reason to restore.
    if (error instanceof SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) return false
    throw error
  } finally {
    db.close()
  }
}
