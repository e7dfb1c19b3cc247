import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from '../server/launch/node-version.mjs'
import { countLongTests, longReport } from './runner/count-tests.mjs'

/**
 * `npm run test:long`: the long campaigns, `*.long.test.ts` in every folder, and one line at the end that counts them.
 * What follows on the command line chooses among them: `npm run test:long -- kill`.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
requireNode()
rmSync(longReport, { force: true })
mkdirSync(dirname(longReport), { recursive: true })

const { status } = spawnSync(
  join(root, 'node_modules/.bin/vitest'),
  [
    'run',
    '--config=vitest.long.config.ts',
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${longReport}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)

const { passed, failed } = countLongTests()
process.stdout.write(`${passed} passed, ${failed} failed\n`)
if (status !== 0 || failed > 0 || passed === 0) process.exitCode = 1
