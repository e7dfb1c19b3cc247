/** `npm run admin-link`: makes another administrator's link on the data directory, whether or not the server runs. */
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.ts'
import { createAccountLinks } from './domain/account/account-links.ts'
import { linkUrl, originHere } from './start-message.ts'
import { makeDataDir } from './storage/backup/make-data-dir.ts'
import { createSqlAccountStore } from './storage/sql/sql-account-store.ts'
import { openSqlDatabase } from './storage/sql/sql-database.ts'
import { createArgon2PasswordHasher } from './system/argon2-password-hasher.ts'
import { createNodeSecrets, loadServerKey } from './system/node-secrets.ts'
import { systemClock } from './system/system-clock.ts'

async function run(): Promise<string> {
  const config = readConfig(process.env)
  makeDataDir(config.dataDir)
  const database = await openSqlDatabase(join(config.dataDir, 'tablecloth.sqlite'))
  try {
    const links = createAccountLinks({
      store: createSqlAccountStore(database),
      secrets: createNodeSecrets(loadServerKey(config.dataDir)),
      passwords: createArgon2PasswordHasher(),
      clock: systemClock,
    })
    const { secret } = await links.issueForAdministrator()
    return linkUrl(originHere(config, config.port), secret)
  } finally {
    await database.close()
  }
}

run().then(
  (url) => process.stdout.write(`Open this link once, within 7 days, to become an administrator:\n  ${url}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError || !(error instanceof Error) ? error : error.message}\n`)
    process.exit(1)
  },
)
