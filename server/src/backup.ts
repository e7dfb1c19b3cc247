/** `npm run backup -- <file>`: writes everything that is kept into one file, whether or not the server runs. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { describeContents, runCommand } from './backup-command.ts'
import { readConfig } from './config.ts'
import { BackupProblem } from './storage/backup/backup-contents.ts'
import { writeBackup } from './storage/backup/write-backup.ts'
import { readVersion } from './system/installation.ts'
import { systemClock } from './system/system-clock.ts'

await runCommand(async (report) => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [name, ...more] = positionals
  if (!name || more.length > 0) throw new BackupProblem('Say where to: npm run backup -- tablecloth-backup.tgz')
  const file = resolve(name)
  const { dataDir } = readConfig(process.env)
  const { manifest, bytes, missing } = await writeBackup(dataDir, file, {
    nowMs: systemClock.nowMs(),
    version: readVersion(),
    report,
  })
  if (missing.length > 0)
    report(`Not in DATA_DIR, and so not in the backup, though boards name them:\n  ${missing.join('\n  ')}`)
  return `Backed up ${describeContents(manifest)}: ${bytes.toLocaleString('en')} bytes in ${file}\nIt holds the server's key. Keep it where only you can read it.`
})
