import { join } from 'node:path'
import { lockFile } from './lock-file.ts'

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
 * Takes the directory for this server alone, by a lock on a file of its own; commands that read the directory beside a
 * running server do not ask for it.
 *
 * @returns the release.
 * @throws {DataDirTaken}
 */
export function claimDataDir(dataDir: string): () => void {
  const release = lockFile(join(dataDir, 'server.lock'))
  if (!release) throw new DataDirTaken(dataDir)
  return release
}
