import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { asideOfRestore, databaseName, stagingOfRestore } from './backup-contents.ts'

/** What was in the directory is aside, and what comes in its place is not there: a server would begin with nothing. */
export class RestoreNotDone extends Error {
  override readonly name = 'RestoreNotDone'

  constructor(dataDir: string, staging: string, aside: string | undefined) {
    super(
      `A restore to ${dataDir} is not done: it was broken off, or goes on at this moment. ` +
        'If it was broken off, run it again: npm run restore -- <file>. ' +
        (aside === undefined ? '' : `What was there before is in ${aside}. `) +
        `To begin without data instead, remove ${staging}.`,
    )
  }
}

/**
 * Makes the data directory where there is none.
 *
 * @throws {RestoreNotDone}
 */
export function makeDataDir(dataDir: string): void {
  if (!existsSync(join(dataDir, databaseName))) {
    const staging = lastBeside(stagingOfRestore(dataDir))
    if (staging !== undefined) throw new RestoreNotDone(dataDir, staging, lastBeside(asideOfRestore(dataDir)))
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
}

function lastBeside(prefix: string): string | undefined {
  const parent = dirname(prefix)
  const names = existsSync(parent) ? readdirSync(parent) : []
  const last = names
    .filter((name) => name.startsWith(basename(prefix)))
    .sort()
    .at(-1)
  return last === undefined ? undefined : join(parent, last)
}
