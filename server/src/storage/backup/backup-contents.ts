import { z } from 'zod'
import { fileNamePattern } from '../../domain/file/file-store.ts'

/** What a backup holds, as paths in the archive and in a data directory alike. The manifest is only in the archive. */
export const manifestName = 'manifest.json'
export const databaseName = 'tablecloth.sqlite'
export const serverKeyName = 'server.key'
export const filesName = 'files'

/** How what a restore brings begins, beside the directory, and what was in there before; both end in any way. */
export const stagingOfRestore = (dataDir: string) => `${dataDir}.restoring-`
export const asideOfRestore = (dataDir: string) => `${dataDir}.before-restore-`

/** The backup cannot be made or brought back; the message is a sentence for the operator. Nothing was changed. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
}

/** Raised when an older Tablecloth could not read the archive. The schema of the database is counted for itself. */
export const newestFormat = 1

export const manifestSchema = z.object({
  kind: z.literal('tablecloth-backup'),
  format: z.int().min(1),
  /** Of the Tablecloth that made it; for people to read. */
  version: z.string(),
  createdAtMs: z.number(),
  /** The number of the newest migration in the database. */
  schema: z.int().min(1),
  /** Without those that wait to be purged; for people to read. */
  boards: z.int().min(0),
  pictures: z.int().min(0),
  hasServerKey: z.boolean(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Where a picture lies, the way the file store puts it. */
export function pathOfPicture(name: string): string {
  return `${filesName}/${name.slice(0, 2)}/${name}`
}

/** Exactly the paths we write: whatever else is in an archive, such as a way out of the folder, is not ours. */
export function isPathOfBackup(path: string): boolean {
  return [manifestName, databaseName, serverKeyName].includes(path) || nameOfPicture(path) !== undefined
}

export function nameOfPicture(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return fileNamePattern.test(name) && path === pathOfPicture(name) ? name : undefined
}
