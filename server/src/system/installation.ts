import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The folder with `package.json`: this file runs from `server/src/system` and, built, from `dist/server`. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json was not found: the installation is not complete.')
    folder = parent
  }
  return folder
}

export function findClientDir(): string {
  return join(findRoot(), 'dist', 'client')
}

export function readVersion(): string {
  const file: unknown = JSON.parse(readFileSync(join(findRoot(), 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(file).version
}
