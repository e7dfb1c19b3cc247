import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTempDir, type TempDir } from '../../testing/temp-dir.ts'
import { inStaging } from './staging.ts'

let dir: TempDir
beforeEach(async () => {
  dir = await makeTempDir()
})
afterEach(() => dir.remove())

const begin = () => join(dir.path, '.making-')
const entries = () => readdir(dir.path)

describe('a folder for what is being made', () => {
  test('is gone when that is done, and when it fails', async () => {
    const during = await inStaging(begin(), async (folder) => {
      await writeFile(join(folder, 'half'), 'half')
      return entries()
    })
    expect(during).toEqual([expect.stringMatching(/^\.making-/)])
    await expect(inStaging(begin(), () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
    expect(await entries()).toEqual([])
  })

  test('of a process that was killed goes with the next one', async () => {
    const left = join(dir.path, '.making-killed')
    await mkdir(left)
    await writeFile(join(left, 'lock'), '')
    await writeFile(join(left, 'copy of the database'), 'what somebody has deleted since')
    expect(await inStaging(begin(), entries)).not.toContain('.making-killed')
    expect(await entries()).toEqual([])
  })

  test('stays while somebody makes something in it, and where it is none of ours', async () => {
    await mkdir(join(dir.path, '.making-of-another-program'))
    await inStaging(begin(), async (folder) => {
      const during = await inStaging(begin(), entries)
      expect(during).toHaveLength(3)
      expect(await readdir(folder)).toContain('lock')
    })
    expect(await entries()).toEqual(['.making-of-another-program'])
  })
})
