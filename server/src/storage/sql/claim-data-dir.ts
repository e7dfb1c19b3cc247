import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Two servers on one directory would each think that a board's document is theirs alone. */
export class DataDirTaken extends Error {
  override readonly name = 'DataDirTaken'

  constructor(dataDir: string) {
    super(
      `Another Tablecloth server runs on DATA_DIR (${dataDir}). ` +
        'Stop it first, or give this one a directory of its own: DATA_DIR=/another/place npm start.',
    )
  }
}

/**
 * Takes the directory for this server alone. The lock is the operating system's, on a file of its own, and goes with the
 * process however that ends; commands that read the directory beside a running server do not ask for it.
 *
 * @returns the release.
 * @throws {DataDirTaken}
 */
export function claimDataDir(dataDir: string): () => void {
  const lock = new Sqlite(join(dataDir, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')) {
      throw new DataDirTaken(dataDir)
    }
    throw cause
  }
  return () => lock.close()
}
