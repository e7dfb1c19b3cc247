import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from '../../server/launch/node-version.mjs'
import { prepare } from '../../server/launch/prepare.mjs'

/** `npm run bench`: builds the server where it is out of date, installs the peers beside it, and measures. */
const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const peers = join(here, 'peers')

requireNode()
prepare()
if (!arePeersInstalled()) {
  process.stderr.write('Installing the servers to compare with…\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}
const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(here, 'main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1

function arePeersInstalled() {
  const installed = join(peers, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const packagesOf = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const wanted = packagesOf(join(peers, 'package-lock.json'))
  const found = packagesOf(installed)
  return Object.keys(wanted).every((path) => path === '' || found[path]?.version === wanted[path].version)
}
