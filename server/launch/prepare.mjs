import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `npm start` and `npm test` do before anything is installed, so nothing here may come from a package. */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const stampPath = join(root, 'dist/.build-stamp')

/** Installs and builds what is missing or out of date. When nothing is, it takes some tens of milliseconds. */
export function prepare() {
  install()
  const stamp = stampOfSources()
  if (readStamp() === stamp) return
  process.stderr.write('Building…\n')
  for (const side of ['client', 'server']) {
    // As `npm run build` does, without the list of every file: what follows is for people to read.
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    run(process.execPath, [vite, 'build', '-c', `${side}/vite.config.ts`, '--logLevel', 'warn'])
  }
  mkdirSync(dirname(stampPath), { recursive: true })
  writeFileSync(stampPath, stamp)
}

/** Installs when `node_modules` is missing, or is not what the lockfile says. */
export function install() {
  if (isInstallDue()) npm('Installing what Tablecloth needs', ['ci', '--include=dev', '--no-audit', '--no-fund'])
}

/** Compares contents, not times: a fresh checkout of the same lockfile needs no new install. */
function isInstallDue() {
  // npm writes this file last; an install that was broken off has none.
  const installedPath = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return true
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(installedPath)
  // What is optional may be for another system.
  const isMissing = Object.keys(wanted).some((path) => path !== '' && !installed[path] && !wanted[path]?.optional)
  return isMissing || Object.keys(installed).some((path) => installed[path]?.integrity !== wanted[path]?.integrity)
}

/** @param {string} path @returns {Record<string, { integrity?: string, optional?: boolean } | undefined>} */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

function readStamp() {
  const isBuilt = existsSync(join(root, 'dist/server')) && existsSync(join(root, 'dist/client'))
  return isBuilt && existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : undefined
}

/** Of the contents, not the times: a fresh checkout of the same tree needs no new build. */
function stampOfSources() {
  const hash = createHash('sha256').update(process.version)
  for (const path of ['package.json', 'package-lock.json', ...['client', 'server', 'shared'].flatMap(filesIn)]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(path)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
    })
}

/** @param {string} what @param {readonly string[]} args */
function npm(what, args) {
  process.stderr.write(`${what}…\n`)
  // The npm that started us, where it did: another one on the PATH may be older.
  const ours = process.env.npm_execpath
  const [command, first] = ours?.endsWith('.js') ? [process.execPath, [ours]] : ['npm', []]
  run(command, [...first, ...args])
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  process.stderr.write(`"${command} ${args.join(' ')}" did not succeed${error ? `: ${error.message}` : ''}.\n`)
  process.exit(1)
}
