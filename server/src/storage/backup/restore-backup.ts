import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flushDirectory, flushMade, flushTree } from '../files/flush.ts'
import {
  asideOfRestore,
  BackupProblem,
  databaseName,
  filesName,
  type Manifest,
  manifestName,
  nameOfPicture,
  stagingOfRestore,
} from './backup-contents.ts'
import { beginEpochs } from './begin-epochs.ts'
import { checkDatabase, isInUse } from './copy-database.ts'
import { inspectArchive, unpackArchive } from './read-archive.ts'
import { inStaging } from './staging.ts'

export type RestoreResult = {
  readonly manifest: Manifest
  /** Where the data lies that was in DATA_DIR before. */
  readonly movedTo: string | undefined
}

/**
 * Brings a backup back as `dataDir`. Everything is unpacked and checked beside it first; two renames at the end make it
 * so, and nothing that was there is deleted.
 *
 * @param onExisting - What becomes of the data that is there.
 * @throws {BackupProblem} with nothing changed
 * @throws {NewerDatabase} with nothing changed
 */
export async function restoreBackup(
  file: string,
  dataDir: string,
  surroundings: { onExisting: 'refuse' | 'move-aside'; nowMs: number; report: (line: string) => void },
): Promise<RestoreResult> {
  const { onExisting, nowMs, report } = surroundings
  if (!existsSync(file)) throw new BackupProblem(`There is no file ${file}.`)
  // Where a link leads: the data of a DATA_DIR on another disk belongs there.
  const target = existsSync(dataDir) ? await realpath(dataDir) : dataDir
  const holdsData = existsSync(target) && (await readdir(target)).length > 0
  if (holdsData && onExisting === 'refuse')
    throw new BackupProblem(
      `There is data in ${target} already, and nothing was changed. With --replace it is moved aside, not deleted.`,
    )
  assertNoServer(target)

  report('Checking the backup…')
  const manifest = await inspectArchive(file)
  const firstMade = await mkdir(dirname(target), { recursive: true })
  if (firstMade !== undefined) await flushMade(firstMade, dirname(target))
  return inStaging(stagingOfRestore(target), async (folder) => {
    const staging = join(folder, 'data')
    await mkdir(staging, { mode: 0o700 })
    report('Unpacking…')
    await unpackArchive(file, staging)
    await checkContents(staging, manifest)
    await rm(join(staging, manifestName))
    report('Beginning anew on every board…')
    const { damaged } = await beginEpochs(join(staging, databaseName), manifest.createdAtMs, nowMs)
    for (const title of damaged)
      report(
        `The board "${title}" is damaged in the backup: it is kept as it is stored, and takes in what browsers have.`,
      )
    // Before the renames: after a power cut the directory must not be there under its name with files that are not.
    await flushTree(staging)
    // A server may have been started in the meantime.
    assertNoServer(target)
    const aside = holdsData ? freeName(target, nowMs) : undefined
    await swap(staging, target, aside)
    await flushDirectory(dirname(target))
    return { manifest, movedTo: aside }
  })
}

function assertNoServer(dataDir: string): void {
  const database = join(dataDir, databaseName)
  if (existsSync(database) && isInUse(database))
    throw new BackupProblem(`A server runs on ${dataDir}, or another program has its database open. Stop it first.`)
}

async function checkContents(folder: string, manifest: Manifest): Promise<void> {
  const { schema } = checkDatabase(join(folder, databaseName))
  const paths = await readdir(folder, { recursive: true })
  const pictures = paths.map((path) => path.replaceAll('\\', '/')).filter((path) => nameOfPicture(path))
  for (const path of pictures) await checkPicture(join(folder, path), nameOfPicture(path) ?? '')
  if (schema !== manifest.schema || pictures.length !== manifest.pictures)
    throw new BackupProblem('The backup holds something else than it says. Use another backup.')
}

/** A picture's name is the hash of it. */
async function checkPicture(path: string, name: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  if (!name.startsWith(`${hash.digest('hex')}.`))
    throw new BackupProblem(`The picture ${filesName}/${name} in the backup is damaged. Use another backup.`)
}

function freeName(dataDir: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-')
  const name = `${asideOfRestore(dataDir)}${stamp}`
  if (existsSync(name)) throw new BackupProblem(`${name} is there already. Move it away, or try again in a second.`)
  return name
}

async function swap(staging: string, target: string, aside: string | undefined): Promise<void> {
  try {
    if (aside !== undefined) await rename(target, aside)
    else if (existsSync(target)) await rmdir(target)
    await rename(staging, target)
  } catch (cause) {
    if (aside !== undefined && existsSync(aside) && !existsSync(target)) await rename(aside, target)
    throw new BackupProblem(
      `${target} cannot be replaced, perhaps because it is a mounted volume or belongs to another user. ` +
        'Restore with DATA_DIR set to a folder that is not there yet, then move what is in it to its place.',
      { cause },
    )
  }
}
