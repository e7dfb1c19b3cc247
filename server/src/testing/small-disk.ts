import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeTempDir } from './temp-dir.ts'

/** A disk of its own, small enough to be filled: a tmpfs, which takes the right to mount. */
export type SmallDisk = {
  readonly path: string
  /** Takes every byte that is left. */
  fill(): void
  free(): void
  remove(): Promise<void>
}

/** @returns undefined where mounting is not permitted. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  const dir = await makeTempDir()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir.path])
  if (mounted.status !== 0) {
    await dir.remove()
    return undefined
  }
  const filler = join(dir.path, 'filler')
  return {
    path: dir.path,
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (const size of [65_536, 4_096, 1]) writeUntilFull(file, Buffer.alloc(size))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    async remove() {
      spawnSync('umount', ['-l', dir.path])
      await dir.remove()
    },
  }
}

function writeUntilFull(file: number, bytes: Uint8Array): void {
  try {
    while (writeSync(file, bytes) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
