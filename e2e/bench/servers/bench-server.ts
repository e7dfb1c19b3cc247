import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HeldMemory } from '../load/ask-memory.ts'
import type { Line } from '../load/dialect.ts'

export type ServerName = 'ours' | 'y-websocket-server' | 'hocuspocus' | 'relay'

/** One server under load, in a process of its own. */
export type BenchServer = {
  readonly name: ServerName
  readonly pid: number
  /** Lines for people who have not come yet: so many to each of so many rooms, room after room. */
  lines(options: LinesOptions): Promise<readonly Line[]>
  memory(): Promise<HeldMemory>
  stop(): Promise<void>
}

export type LinesOptions = {
  readonly people: number
  readonly rooms?: number
  /** As a stock y-websocket client where the server is ours. */
  readonly isStock?: boolean
}

/** What `npm start` gives Node: the server is measured as it is run. */
export const startArguments = readStartArguments()

function readStartArguments(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
  return String(scripts.start)
    .split(' ')
    .filter((argument) => argument.startsWith('--'))
}

/** The arguments of Node that load the probe beside a server. */
export const probeArguments = ['--import', join(import.meta.dirname, 'memory-probe.mjs')]

export async function askMemory(child: ChildProcess): Promise<HeldMemory> {
  const signal = AbortSignal.timeout(20_000)
  child.send('memory')
  for (;;) {
    const [message] = await once(child, 'message', { signal })
    if (message?.memory) return message.memory
  }
}

/** Ends a process that may not want to, and waits for its end. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
