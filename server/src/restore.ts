/** `npm run restore -- <file> [--replace]`: brings a backup back as the data directory. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { describeContents, runCommand } from './backup-command.ts'
import { readConfig } from './config.ts'
import { BackupProblem } from './storage/backup/backup-contents.ts'
import { restoreBackup } from './storage/backup/restore-backup.ts'
import { systemClock } from './system/system-clock.ts'

await runCommand(async (report) => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' } } })
  const [name, ...more] = positionals
  if (!name || more.length > 0) throw new BackupProblem('Say which one: npm run restore -- tablecloth-backup.tgz')
  const { dataDir } = readConfig(process.env)
  const { manifest, movedTo } = await restoreBackup(resolve(name), dataDir, {
    onExisting: values.replace ? 'move-aside' : 'refuse',
    nowMs: systemClock.nowMs(),
    report,
  })
  const made = new Date(manifest.createdAtMs).toISOString().replace('T', ' ').slice(0, 16)
  return [
    `Restored ${describeContents(manifest)} of ${made} UTC to ${dataDir}`,
    ...(movedTo === undefined ? [] : [`What was there before is in ${movedTo}`]),
  ].join('\n')
})
