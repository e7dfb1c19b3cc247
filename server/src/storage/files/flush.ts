import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The name of a file is its directory's content, which has to reach the disk as well. */
export async function flushDirectory(path: string): Promise<void> {
  // Windows neither opens directories nor needs it.
  if (process.platform === 'win32') return
  await flush(path).catch((error) => {
    // One may write into a directory without reading it, and then nothing flushes it.
    if (error.code !== 'EACCES') throw error
  })
}

/** Everything in a directory, and what it holds by name; not its own name. */
export async function flushTree(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const inside = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await flushDirectory(inside)
    else if (entry.isFile()) await flush(inside)
  }
  await flushDirectory(path)
}

/**
 * The directories that were made on the way to `path`, by their names.
 *
 * @param firstMade - as `mkdir` answers
 */
export async function flushMade(firstMade: string, path: string): Promise<void> {
  let made = path
  while (made !== firstMade) {
    made = dirname(made)
    await flushDirectory(made)
  }
  await flushDirectory(dirname(firstMade))
}

async function flush(path: string): Promise<void> {
  // For writing where that is another matter: Windows flushes nothing that is only read.
  const file = await open(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
