import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type FileStore, fileNamePattern } from '../../domain/file/file-store.ts'
import { flushDirectory, flushMade } from './flush.ts'

/** Files in a directory, which is this store's alone, in 256 subdirectories by the first two digits of their names. */
export function createDiskFileStore(directory: string): FileStore {
  const pathOf = (name: string) => join(directory, name.slice(0, 2), name)
  const drafts = join(directory, '.drafts')
  // Of uploads that a kill or a power cut has broken off. One that stays takes space, and is no reason not to go on.
  const removedOldDrafts = rm(drafts, { recursive: true, force: true }).catch(() => undefined)
  let withheld = new Set<string>()
  const removing = new Map<string, Promise<void>>()

  async function exists(path: string): Promise<boolean> {
    try {
      await access(path)
      return true
    } catch {
      // Not there, or not readable: for whoever asks that is the same.
      return false
    }
  }

  return {
    async put(name, bytes) {
      const path = pathOf(name)
      withheld.delete(name)
      await removing.get(name)
      if (await exists(path)) {
        const now = new Date()
        await utimes(path, now, now)
        return
      }
      const folder = dirname(path)
      const firstMade = await mkdir(folder, { recursive: true })
      if (firstMade !== undefined) await flushMade(firstMade, folder)
      await removedOldDrafts
      await mkdir(drafts, { recursive: true })
      const draft = join(drafts, randomUUID())
      try {
        await writeDurably(draft, bytes)
        // A rename is one step: nobody ever reads half a picture under its name.
        await rename(draft, path)
        await flushDirectory(folder)
      } finally {
        await rm(draft, { force: true })
      }
    },

    async find(name) {
      const path = pathOf(name)
      return (await exists(path)) ? path : undefined
    },

    hasNow: (name) => !withheld.has(name) && existsSync(pathOf(name)),

    async list() {
      if (!existsSync(directory)) return []
      const names = (await readdir(directory, { recursive: true })).map((path) => basename(path))
      const stored = names.filter((name) => fileNamePattern.test(name))
      return Promise.all(stored.map(async (name) => ({ name, storedAtMs: (await stat(pathOf(name))).mtimeMs })))
    },

    withhold(names) {
      withheld = new Set(names)
    },

    async removeWithheld(name) {
      if (!withheld.has(name)) return false
      const removed = rm(pathOf(name), { force: true })
      removing.set(name, removed)
      try {
        await removed
      } finally {
        removing.delete(name)
      }
      return true
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
