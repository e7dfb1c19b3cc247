import { existsSync } from 'node:fs'
import { chmod, copyFile, open, readdir, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { flushDirectory } from '../files/flush.ts'
import {
  BackupProblem,
  databaseName,
  filesName,
  type Manifest,
  manifestName,
  nameOfPicture,
  newestFormat,
  pathOfPicture,
  serverKeyName,
} from './backup-contents.ts'
import { copyDatabase } from './copy-database.ts'
import { inStaging } from './staging.ts'

export type BackupResult = {
  readonly manifest: Manifest
  /** Of the file that was written. */
  readonly bytes: number
  /** Pictures that a board names and DATA_DIR does not have. */
  readonly missing: readonly string[]
}

const draftName = 'backup.tgz'

/**
 * Writes the database, the pictures and the server's key into one new file. A server may run on `dataDir` and people
 * may write meanwhile: the file has everything that was acknowledged before.
 *
 * @throws {BackupProblem} `file` exists, or there is nothing to back up
 * @throws {NewerDatabase}
 */
export async function writeBackup(
  dataDir: string,
  file: string,
  surroundings: { nowMs: number; version: string; report: (line: string) => void },
): Promise<BackupResult> {
  const { nowMs, version, report } = surroundings
  const database = join(dataDir, databaseName)
  if (!existsSync(database)) throw new BackupProblem(`There is no database in ${dataDir}. Is DATA_DIR right?`)
  if (existsSync(file)) throw new BackupProblem(`${file} is there already. Choose another name.`)
  if (!existsSync(dirname(file))) throw new BackupProblem(`There is no folder ${dirname(file)}.`)

  try {
    return await inStaging(join(dirname(file), '.tablecloth-backup-'), async (staging) => {
      report('Copying and checking the database…')
      const { schema, boards, pictures: named } = await copyDatabase(database, join(staging, databaseName))
      // After the database: a picture is stored before a board names it, and never changes, so all that it names is there.
      const pictures = await listPictures(dataDir)
      const hasServerKey = await copyServerKey(dataDir, staging)
      const manifest: Manifest = {
        kind: 'tablecloth-backup',
        format: newestFormat,
        version,
        createdAtMs: nowMs,
        schema,
        boards,
        pictures: pictures.length,
        hasServerKey,
      }
      await writeFile(join(staging, manifestName), JSON.stringify(manifest))

      report('Packing…')
      // A folder that leads to the pictures: they are read where they lie, without a second copy of them.
      if (pictures.length > 0) await symlink(join(dataDir, filesName), join(staging, filesName), 'junction')
      const draft = join(staging, draftName)
      await pack(staging, draft, [
        manifestName,
        databaseName,
        ...(hasServerKey ? [serverKeyName] : []),
        ...pictures.map(pathOfPicture),
      ])
      await rename(draft, file)
      await flushDirectory(dirname(file))
      const stored = new Set(pictures)
      return { manifest, bytes: (await stat(file)).size, missing: named.filter((name) => !stored.has(name)) }
    })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== 'SQLITE_FULL') throw cause
    const where = dirname(file)
    throw new BackupProblem(`There is no space left in ${where}: nothing was written. Choose another folder.`, {
      cause,
    })
  }
}

async function pack(folder: string, file: string, paths: string[]): Promise<void> {
  // Made first, for its rights: the key in it is for the operator alone.
  const made = await open(file, 'wx', 0o600)
  try {
    await create({ file, cwd: folder, gzip: true, portable: true, strict: true }, paths)
    await made.sync()
  } finally {
    await made.close()
  }
}

async function listPictures(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, filesName)
  if (!existsSync(folder)) return []
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/'))
  // Drafts of uploads that go on at this moment have other names.
  return paths.flatMap((path) => nameOfPicture(`${filesName}/${path}`) ?? []).sort()
}

async function copyServerKey(dataDir: string, folder: string): Promise<boolean> {
  if (!existsSync(join(dataDir, serverKeyName))) return false
  await copyFile(join(dataDir, serverKeyName), join(folder, serverKeyName))
  await chmod(join(folder, serverKeyName), 0o600)
  return true
}
