import Sqlite, { type Database } from 'better-sqlite3'

/** What the log keeps of the room it took while somebody read for long; SQLite empties it at 4 MB where nobody does. */
const keptLogBytes = 16 * 1_048_576

/**
 * The connection that writes. WAL lets readers go on while it commits; FULL flushes every commit to the disk, so that
 * what was acknowledged survives a power cut (NORMAL would lose the last commits).
 */
export function openForWriting(path: string, busyTimeoutMs: number): Database {
  const db = new Sqlite(path, { timeout: busyTimeoutMs })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // What is deleted is overwritten, also where it fills whole pages: see docs/decisions/0020.
  db.pragma('secure_delete = ON')
  db.pragma(`journal_size_limit = ${keptLogBytes}`)
  return db
}

/** How long emptying the log waits for readers; the writer does nothing else meanwhile. */
const emptyLogWithinMs = 20

/** @returns false where somebody reads what is in it. */
export function emptyLog(db: Database, busyTimeoutMs: number): boolean {
  db.pragma(`busy_timeout = ${emptyLogWithinMs}`)
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  } finally {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`)
  }
}

/** Sees every commit of the writer at once: each query is a transaction of its own. */
export function openForReading(path: string, busyTimeoutMs: number): Database {
  return new Sqlite(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
}
