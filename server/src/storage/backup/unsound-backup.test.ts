import { mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { create, list } from 'tar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BackupBench, boardsIn, gif, gifName, openBackupBench } from '../../testing/backup-bench.ts'
import { newestFormat, pathOfPicture } from './backup-contents.ts'
import { unpackArchive } from './read-archive.ts'

let at: BackupBench
beforeEach(async () => {
  at = await openBackupBench()
})
afterEach(() => at.close())

describe('a file that is no sound backup', () => {
  /** Refused with this sentence, and everything as it was. */
  async function expectRefusal(sentence: RegExp): Promise<void> {
    await expect(at.restore('move-aside')).rejects.toThrow(sentence)
    expect(await at.entries()).toEqual(['backup.tgz', 'data'])
    expect(boardsIn(at.dataDir)).toEqual(['Low tide'])
    expect(gif.equals(await readFile(join(at.dataDir, pathOfPicture(gifName))))).toBe(true)
  }

  test('is refused wherever it was cut off', async () => {
    await at.makeBackup()
    const { size } = await stat(at.file)
    const whole = await readFile(at.file)
    for (const bytes of [size - 1, size - 8, size - 20, size - 200, Math.floor(size / 2), 2_000, 300, 20, 1, 0]) {
      await writeFile(at.file, whole)
      await truncate(at.file, bytes)
      await expectRefusal(bytes > 10_000 ? /is not whole/ : /is not whole|is damaged, or not a backup/)
    }
  })

  test('is refused when a byte of it has changed', async () => {
    await at.makeBackup()
    const bytes = await readFile(at.file)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    await writeFile(at.file, bytes)
    await expectRefusal(/is not whole/)
  })

  test('is refused when it is something else', async () => {
    await at.makeBackup()
    await writeFile(at.file, 'Dear diary')
    await expectRefusal(/is damaged, or not a backup made by Tablecloth/)
    await writeFile(join(at.path, 'data', 'notes.txt'), 'Dear diary')
    await create({ file: at.file, cwd: at.dataDir, gzip: true }, ['notes.txt'])
    await expectRefusal(/is damaged, or not a backup made by Tablecloth/)
    await rm(at.file)
    await expect(at.restore('move-aside')).rejects.toThrow(/There is no file/)
  })

  test('is refused when a newer version made it', async () => {
    await at.makeBackup()
    await at.repack(async () => ({ schema: 99 }))
    await expectRefusal(/newer version of Tablecloth \(schema 99/)
    await at.repack(async () => ({ schema: 1, format: newestFormat + 1 }))
    await expectRefusal(/newer version of Tablecloth/)
  })

  test('is refused when its database is of a newer version than it says', async () => {
    await at.makeBackup()
    await at.repack(async (folder) => {
      const db = new Sqlite(join(folder, 'tablecloth.sqlite'))
      db.pragma('user_version = 99')
      db.close()
      return undefined
    })
    await expectRefusal(/newer version of Tablecloth \(schema 99/)
  })

  test('is refused when a picture is not what its name says', async () => {
    await at.makeBackup()
    await at.repack(async (folder) => {
      await writeFile(join(folder, pathOfPicture(gifName)), 'GIF89a of another')
      return undefined
    })
    await expectRefusal(/picture .* is damaged/)
  })

  test('is sound when packed again as it was', async () => {
    await at.makeBackup()
    await at.repack(async () => undefined)
    expect(await at.restore('move-aside')).toMatchObject({ manifest: { boards: 1, pictures: 1 } })
  })

  test('is refused when something in it is a link', async () => {
    await at.makeBackup()
    await at.repack(async (folder) => {
      await rm(join(folder, 'server.key'))
      await symlink('/etc/hostname', join(folder, 'server.key'))
      return undefined
    })
    await expectRefusal(/is not whole/)
  })

  test.each(['../outside.txt', '/outside.txt', 'files/aa/../../../outside.txt', 'surprise.txt'])(
    'is refused when something in it would go to %s',
    async (path) => {
      await at.makeBackup()
      await at.repack(
        async (folder) => {
          await writeFile(join(folder, 'harm'), 'harm')
          return undefined
        },
        { harm: path },
      )
      const seen: string[] = []
      await list({ file: at.file, onReadEntry: (entry) => seen.push(entry.path) })
      expect(seen).toContain(path)
      await expectRefusal(/is not whole/)

      const folder = join(at.path, 'unpacked')
      await mkdir(folder)
      await unpackArchive(at.file, folder)
      expect((await readdir(folder)).sort()).toEqual(['files', 'manifest.json', 'server.key', 'tablecloth.sqlite'])
      expect(await at.entries()).toEqual(['backup.tgz', 'data', 'unpacked'])
    },
  )
})
