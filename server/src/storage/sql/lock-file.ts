import Sqlite from 'better-sqlite3'

/**
 * Takes a file for this process alone; makes it where there is none. The lock is the operating system's, and goes with the
 * process however that ends.
 *
 * @returns the release; undefined where somebody else has it.
 */
export function lockFile(path: string): (() => void) | undefined {
  const lock = new Sqlite(path, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')) return undefined
    throw cause
  }
  return () => lock.close()
}
