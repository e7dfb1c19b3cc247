import { Worker } from 'node:worker_threads'
import type { BoardTasks, BoardThreadData, FromBoardThread, ToBoardThread } from './board-thread-messages.ts'

/** Does work on whole boards beside the thread that people's edits go through. */
export interface BoardThread {
  run<K extends keyof BoardTasks>(task: K, given: BoardTasks[K]['given']): Promise<BoardTasks[K]['answer']>
  /** What still runs is given up: it has written nothing. */
  close(): Promise<void>
}

/** The thread costs some megabytes while it lives; it is started when there is work and ends when there was none. */
const endAfterIdleMs = 60_000

type Waiting = { resolve(answer: never): void; reject(error: Error): void }
type Live = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

export function createBoardThread(path: string): BoardThread {
  let live: Live | undefined
  let isClosed = false
  let nextId = 1
  let idle: NodeJS.Timeout | undefined

  const start = (): Live => {
    const workerData: BoardThreadData = { path }
    const started: Live = {
      worker: new Worker(threadUrl(), { workerData, name: 'boards' }),
      waiting: new Map(),
    }
    const { worker, waiting } = started
    const end = (cause: Error) => {
      if (live === started) live = undefined
      for (const job of waiting.values()) job.reject(cause)
      waiting.clear()
    }
    worker.on('error', end)
    worker.on('exit', (code) => end(new Error(`the board thread has ended with ${code}`)))
    worker.on('message', (message: FromBoardThread) => {
      const job = waiting.get(message.id)
      waiting.delete(message.id)
      if ('failure' in message) job?.reject(new Error(message.failure))
      else job?.resolve(message.answer as never)
      if (waiting.size === 0) rest()
    })
    return started
  }

  const rest = () => {
    live?.worker.unref()
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (live?.waiting.size === 0) void live.worker.terminate()
    }, endAfterIdleMs)
    idle.unref()
  }

  return {
    run(task, given) {
      if (isClosed) return Promise.reject(new Error('the board thread is closed'))
      live ??= start()
      const { worker, waiting } = live
      worker.ref()
      return new Promise((resolve, reject) => {
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, task, given } satisfies ToBoardThread)
      })
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      await live?.worker.terminate()
    },
  }
}

function threadUrl(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts')
  return new URL(isBuilt ? './board-thread.js' : './board-thread-from-source.mjs', import.meta.url)
}
