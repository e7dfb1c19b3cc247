import Sqlite, { type Database } from 'better-sqlite3'

/**
 * The connection that writes. WAL lets readers go on while it commits; FULL flushes every commit to the disk, so that
 * what was acknowledged survives a power cut (NORMAL would lose the last commits).
 */
export function openForWriting(path: string, busyTimeoutMs: number): Database {
  const db = new Sqlite(path, { timeout: busyTimeoutMs })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  return db
}

/** Sees every commit of the writer at once: each query is a transaction of its own. */
export function openForReading(path: string, busyTimeoutMs: number): Database {
  return new Sqlite(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
}
