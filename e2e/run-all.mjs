import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from '../server/launch/node-version.mjs'
import { prepare } from '../server/launch/prepare.mjs'
import { countTests, playwrightReport, vitestReport } from './runner/count-tests.mjs'
import { findChromium, howToGetChromium } from './runner/find-chromium.mjs'

/**
 * `npm test`: installs and builds what is missing, then runs every test there is, and ends with one line that counts
 * them. Needs nothing but Node at its start.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, { stdio: 'inherit' })
  return status === 0
}

requireNode()
prepare()
// Reports of an earlier run must not be counted as this one's.
for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true })
mkdirSync(dirname(vitestReport), { recursive: true })

const isVitestGood = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`])
const chromium = findChromium(process.env)
if (!chromium) process.stderr.write(`${howToGetChromium}\n`)
const isPlaywrightGood = chromium !== undefined && run('playwright', ['test', '-c', 'e2e/playwright.config.ts'])

const { passed, failed } = countTests()
process.stdout.write(`${passed} passed, ${failed} failed\n`)
if (!isVitestGood || !isPlaywrightGood || failed > 0 || passed === 0) process.exitCode = 1
