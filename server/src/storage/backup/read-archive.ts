import { extract, list, type ReadEntry } from 'tar'
import {
  BackupProblem,
  databaseName,
  isPathOfBackup,
  type Manifest,
  manifestName,
  manifestSchema,
  nameOfPicture,
  newestFormat,
  serverKeyName,
} from './backup-contents.ts'
import { assertKnownSchema } from './copy-database.ts'

const maxManifestBytes = 64 * 1024
/** The library unpacks what it has read at once or not at all: in small bites the manifest comes before the damage. */
const readBytes = 64 * 1024

/**
 * Reads the whole archive once without writing anything, and says what is in it.
 *
 * @throws {BackupProblem} it is not a backup, of a newer version, or not whole
 * @throws {NewerDatabase}
 */
export async function inspectArchive(file: string): Promise<Manifest> {
  const paths: string[] = []
  const chunks: Buffer[] = []
  let fault: unknown
  try {
    await list({
      file,
      strict: true,
      maxReadSize: readBytes,
      onReadEntry(entry) {
        if (entry.type !== 'File' || !isPathOfBackup(entry.path)) fault ??= new Error(`holds ${entry.path}`)
        paths.push(entry.path)
        if (paths.length === 1 && isManifest(entry)) entry.on('data', (chunk) => chunks.push(Buffer.from(chunk)))
      },
    })
  } catch (error) {
    fault ??= error
  }
  const manifest = parseManifest(Buffer.concat(chunks).toString('utf8'))
  if (!manifest) throw new BackupProblem(`${file} is damaged, or not a backup made by Tablecloth.`, { cause: fault })
  if (manifest.format > newestFormat)
    throw new BackupProblem(`${file} was made by a newer version of Tablecloth (${manifest.version}).`)
  assertKnownSchema(manifest.schema)
  if (fault !== undefined || !isWhole(paths, manifest))
    throw new BackupProblem(`${file} is not whole: it was cut off or changed. Use another backup.`, { cause: fault })
  return manifest
}

/** Writes what is in an inspected archive into `folder`, and nothing outside it. */
export async function unpackArchive(file: string, folder: string): Promise<void> {
  await extract({
    file,
    cwd: folder,
    strict: true,
    preserveOwner: false,
    filter: (path, entry) => 'type' in entry && entry.type === 'File' && isPathOfBackup(path),
  })
}

function isManifest({ path, size }: ReadEntry): boolean {
  return path === manifestName && size <= maxManifestBytes
}

function parseManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    // Whatever it is, it is none of ours; the caller says so.
    return undefined
  }
}

function isWhole(paths: readonly string[], { pictures, hasServerKey }: Manifest): boolean {
  return (
    new Set(paths).size === paths.length &&
    paths.includes(databaseName) &&
    paths.includes(serverKeyName) === hasServerKey &&
    paths.filter((path) => nameOfPicture(path)).length === pictures
  )
}
