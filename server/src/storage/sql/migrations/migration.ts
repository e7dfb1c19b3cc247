import type { Database } from 'better-sqlite3'

/** One step forward. Runs in a transaction of its own, once, and is never edited after a release. */
export type Migration = {
  readonly number: number
  readonly name: string
  run(db: Database): void
}
