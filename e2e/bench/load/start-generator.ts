import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type BenchServer, endProcess } from '../servers/bench-server.ts'
import { loadCore, pinnedTo } from '../servers/pinning.ts'
import type { Question, Reply } from './ask-memory.ts'
import type { Answer, Task, TaskResults } from './generator.ts'

export type Generator = {
  run<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<TaskResults[Kind]>
  stop(): Promise<void>
}

/** The longest any task may take; a server that stops answering must not stop the benchmark. */
const taskWithinMs = 240_000

/** @param server - whose memory the generator may ask for. */
export function startGenerator(server: Pick<BenchServer, 'memory'>): Generator {
  const node = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'generator.ts')]
  const [command = process.execPath, ...rest] = [...pinnedTo(loadCore), ...node]
  const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    async run(task) {
      const signal = AbortSignal.timeout(taskWithinMs)
      child.send(task)
      for (;;) {
        const [message] = (await once(child, 'message', { signal })) as [Answer | Question]
        if ('failure' in message) throw new Error(message.failure)
        if ('result' in message) return message.result as TaskResults[typeof task.kind]
        child.send({ memory: await server.memory() } satisfies Reply)
      }
    },
    stop: () => endProcess(child),
  }
}
