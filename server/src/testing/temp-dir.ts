import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory of one test. */
export type TempDir = { readonly path: string; remove(): Promise<void> }

export async function makeTempDir(): Promise<TempDir> {
  const path = await mkdtemp(join(tmpdir(), 'tablecloth-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
