import { createHash } from 'node:crypto'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileNamePattern } from '../../domain/file/file-store.ts'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { createDiskFileStore } from './disk-file-store.ts'

let dir: TempDir
let directory: string
beforeEach(async () => {
  dir = await makeTempDir()
  directory = join(dir.path, 'files')
})
afterEach(() => dir.remove())

const bytes = Buffer.alloc(10_000_000)
const nameOf = (i: number) => `${createHash('sha256').update(String(i)).digest('hex')}.gif`

const isPicture = (name: string) => fileNamePattern.test(name)

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test('what an upload that was killed has left goes with the next start', async () => {
  const store = createDiskFileStore(directory)
  await store.put(nameOf(0), bytes)
  const putting = store.put(nameOf(1), bytes)
  while (filesIn(directory).every(isPicture)) await setImmediate()
  const killed = join(dir.path, 'killed')
  cpSync(directory, killed, { recursive: true })
  await putting

  const next = createDiskFileStore(killed)
  await next.put(nameOf(2), bytes)
  expect(filesIn(killed).sort()).toEqual([nameOf(0), nameOf(2)].sort())
})
