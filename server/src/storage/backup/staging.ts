import { existsSync, mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { lockFile } from '../sql/lock-file.ts'

const lockName = 'lock'

/**
 * Makes something in a folder of its own, whose path begins so and which is gone afterwards. What a process that was killed
 * has left of one goes first: each holds a copy of the database, and nobody looks for it.
 */
export async function inStaging<T>(prefix: string, make: (folder: string) => Promise<T>): Promise<T> {
  await removeAbandoned(prefix)
  // In one go with the lock: somebody else could take it for one that was left.
  const folder = mkdtempSync(prefix)
  let release: (() => void) | undefined
  try {
    release = lockFile(join(folder, lockName))
    return await make(folder)
  } finally {
    release?.()
    await rm(folder, { recursive: true, force: true })
  }
}

async function removeAbandoned(prefix: string): Promise<void> {
  const parent = dirname(prefix)
  for (const name of await readdir(parent).catch(() => [])) {
    const lock = join(parent, name, lockName)
    if (!name.startsWith(basename(prefix)) || !existsSync(lock)) continue
    try {
      const release = lockFile(lock)
      if (!release) continue
      release()
      await rm(dirname(lock), { recursive: true, force: true })
    } catch {
      // Another user's: it is not ours to remove, and no reason to fail.
    }
  }
}
