import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build as buildWithVite } from 'vite'

/** A sync server in a child process. */
export type SyncProcess = {
  readonly url: string
  /** As a power cut does it: nothing is finished, nothing is said. Resolves when the process is gone. */
  kill(): Promise<void>
  /** How often it has said that it did what it does without a pause. */
  rounds(): number
}

/** Built once for all starts: from the sources each would take a second of every core. */
let built: Promise<string> | undefined

async function build(): Promise<string> {
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  // Where packages are found as from the sources.
  const outDir = source(`../../../node_modules/.cache/tablecloth/sync-server-${process.pid}`)
  await buildWithVite({
    configFile: false,
    root: source('../..'),
    logLevel: 'silent',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: {
          server: source('./sync-server-process.ts'),
          'writer-thread': source('../storage/sql/writer-thread.ts'),
          'board-thread': source('../storage/sql/board-thread.ts'),
        },
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return join(outDir, 'server.js')
}

export async function startSyncProcess(
  databasePath: string,
  /** `compact`: makes snapshots without a pause. `restore`: takes the board back without a pause. `reveal`: what people write alone. */
  { doing = 'nothing' }: { readonly doing?: 'nothing' | 'compact' | 'restore' | 'reveal' } = {},
): Promise<SyncProcess> {
  built ??= build()
  const child = spawn(process.execPath, [await built, databasePath, doing], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let rounds = 0
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout })
    lines.once('line', (address) => {
      resolve(address)
      lines.on('line', () => {
        rounds += 1
      })
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
  })
  return {
    url,
    rounds: () => rounds,
    kill() {
      child.kill('SIGKILL')
      return gone
    },
  }
}
