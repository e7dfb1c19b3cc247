import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { endProcess } from '../servers/bench-server.ts'
import { loadCore, pinnedTo } from '../servers/pinning.ts'
import type { Answer, Task, TaskResults } from './generator.ts'

export type Generator = {
  run<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<TaskResults[Kind]>
  stop(): Promise<void>
}

/** The longest any task may take; a server that stops answering must not stop the benchmark. */
const taskWithinMs = 240_000

export function startGenerator(): Generator {
  const node = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'generator.ts')]
  const [command = process.execPath, ...rest] = [...pinnedTo(loadCore), ...node]
  const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    async run(task) {
      child.send(task)
      const [answer] = (await once(child, 'message', { signal: AbortSignal.timeout(taskWithinMs) })) as [Answer]
      if ('failure' in answer) throw new Error(answer.failure)
      return answer.result as TaskResults[typeof task.kind]
    },
    stop: () => endProcess(child),
  }
}
