import { spawn } from 'node:child_process'
import { builtCommand } from './built-server.ts'
import { until } from './until.ts'

/** The whole server in a child process. */
export type ServerProcess = {
  readonly url: string
  readonly adminToken: string
  /** As a power cut does it: nothing is finished, nothing is said. */
  kill(): Promise<void>
}

const startWithinMs = 60_000

export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  const adminToken = 'token-of-the-test-operator'
  const environment = { DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', ADMIN_TOKEN: adminToken }
  const child = spawn(process.execPath, [builtCommand('main')], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let written = ''
  child.stdout.on('data', (chunk) => {
    written += String(chunk)
  })
  const url = await until('the server to listen', () => /running at (\S+)/.exec(written)?.[1], startWithinMs)
  return {
    url,
    adminToken,
    kill() {
      child.kill('SIGKILL')
      return gone
    },
  }
}
