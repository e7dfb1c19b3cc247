import { type Config, ConfigError } from './config.ts'
import { listNetworkOrigins } from './system/network-origins.ts'

const allInterfaces = new Set(['0.0.0.0', '::', '[::]'])

/** What a person at the terminal sees first: where it is, and how the first administrator comes in. */
export function describeStart(config: Config, port: number, linkSecret: string | undefined): string {
  const here = originHere(config, port)
  const inNetwork = allInterfaces.has(config.host) ? listNetworkOrigins(port) : []
  const lines = [
    `Tablecloth is running at ${here}`,
    ...inNetwork.filter((origin) => origin !== here).map((origin) => `  in this network: ${origin}`),
    ...(linkSecret === undefined
      ? []
      : [
          '',
          'There is no account yet. Open this link once to become the administrator:',
          `  ${linkUrl(here, linkSecret)}`,
        ]),
  ]
  return `${lines.join('\n')}\n`
}

/** The address that a link printed on this machine's terminal should have. */
export function originHere(config: Config, port: number): string {
  if (config.publicUrl !== undefined) return config.publicUrl
  const host = allInterfaces.has(config.host) ? 'localhost' : config.host
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
}

export function linkUrl(origin: string, secret: string): string {
  return `${origin}/welcome/${secret}`
}

const notThisHost = 'HOST is no address of this machine. Unset it to listen on all of them.'
const notWritable = 'The server cannot write in DATA_DIR. Give its user the right to, or choose another directory.'
const noSpace = 'There is no space left in DATA_DIR. Make some, and start again; nothing is lost.'
const failures: Readonly<Record<string, string>> = {
  'listen EADDRINUSE': 'The port is taken by another program. Stop it, or choose another port: PORT=3001 npm start.',
  'listen EACCES': 'The server may not listen on this port. Choose one above 1023: PORT=3001 npm start.',
  'listen EADDRNOTAVAIL': notThisHost,
  'getaddrinfo ENOTFOUND': notThisHost,
  'mkdir EACCES': notWritable,
  'mkdir ENOTDIR': notWritable,
  'mkdir EROFS': notWritable,
  'mkdir ENOSPC': noSpace,
  'open ENOSPC': noSpace,
  'write ENOSPC': noSpace,
  SQLITE_FULL: noSpace,
  SQLITE_CANTOPEN: notWritable,
  SQLITE_READONLY: notWritable,
}

/** Why it did not start: a sentence for what an operator can mend, the whole error for what is ours. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ConfigError || ['NewerDatabase', 'DataDirTaken', 'RestoreNotDone'].includes(error.name))
    return error.message
  const code = 'code' in error ? String(error.code) : ''
  const kind = 'syscall' in error ? `${error.syscall} ${code}` : code
  return failures[kind] ?? error.stack ?? error.message
}
