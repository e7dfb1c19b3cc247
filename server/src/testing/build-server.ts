import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')

/**
 * Vitest's global set-up: builds the server once, in a second, for all tests that run it, or a thread of it, outside of
 * Vitest. From the sources each start would translate them anew, which costs more than most tests do.
 */
export default async function buildServer(): Promise<() => Promise<void>> {
  // Inside the repository, where packages are found; of this run alone, so that another one beside it does no harm.
  const parent = join(root, 'test-results')
  await mkdir(parent, { recursive: true })
  const outDir = await mkdtemp(join(parent, 'server-'))
  await build({ configFile: join(root, 'server/vite.config.ts'), build: { outDir }, logLevel: 'warn' })
  process.env.TABLECLOTH_BUILT_SERVER = outDir
  return () => rm(outDir, { recursive: true, force: true })
}
