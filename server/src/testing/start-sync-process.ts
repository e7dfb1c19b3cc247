import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A sync server in a child process. */
export type SyncProcess = {
  readonly url: string
  /** As a power cut does it: nothing is finished, nothing is said. Resolves when the process is gone. */
  kill(): Promise<void>
}

export async function startSyncProcess(databasePath: string): Promise<SyncProcess> {
  const script = fileURLToPath(new URL('./sync-server-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, databasePath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
  })
  return {
    url,
    kill() {
      child.kill('SIGKILL')
      return gone
    },
  }
}
