import { Worker } from 'node:worker_threads'
import { WriteConflict, WriteFailed, type WriteResult, type Writer } from './writer.ts'
import type { FromWriterThread, JobOutcome, ToWriterThread, WriterThreadData } from './writer-messages.ts'

/** How long a commit waits for another process (the `admin-link` command, a backup) that holds the write lock. */
const defaultBusyTimeoutMs = 5_000

type Waiting = { resolve(results: readonly WriteResult[]): void; reject(error: Error): void }

/**
 * Starts the writer thread on the database at `path`; the file is made where there is none.
 *
 * @throws {WriteFailed} the file cannot be opened.
 */
export async function createWriter(path: string, busyTimeoutMs: number = defaultBusyTimeoutMs): Promise<Writer> {
  const workerData: WriterThreadData = { path, busyTimeoutMs }
  const worker = new Worker(threadUrl(), { workerData, name: 'writer' })
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  // Set once the thread takes no more jobs; a job after that is rejected at once instead of hanging.
  let gone: WriteFailed | undefined

  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: Error) => {
      gone ??= new WriteFailed('writer_gone', `the writer thread has ended: ${cause.message}`)
      reject(cause)
      for (const job of waiting.values()) job.reject(gone)
      waiting.clear()
    }
    worker.on('error', refuse)
    worker.on('exit', (code) => refuse(new Error(`exit code ${code}`)))
    worker.on('message', (message: FromWriterThread) => {
      if (message.kind === 'opened') resolve()
      else if (message.kind === 'open-failed') reject(new WriteFailed(message.code, message.message))
      else for (const { id, outcome } of message.outcomes) settle(id, outcome)
    })
  })

  function settle(id: number, outcome: JobOutcome): void {
    const job = waiting.get(id)
    waiting.delete(id)
    if (outcome.status === 'written') job?.resolve(outcome.results)
    else if (outcome.status === 'conflict') job?.reject(new WriteConflict(outcome.message))
    else job?.reject(new WriteFailed(outcome.code, outcome.message))
  }

  const send = (message: ToWriterThread) => worker.postMessage(message)

  return {
    write(statements) {
      if (gone) return Promise.reject(gone)
      return new Promise((resolve, reject) => {
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, reject })
        try {
          send({ kind: 'job', id, statements })
        } catch (cause) {
          // A parameter that cannot be handed to a thread (a function, say): the caller's bug, not a hang.
          waiting.delete(id)
          reject(cause)
        }
      })
    },
    async close() {
      if (!gone) send({ kind: 'close' })
      gone ??= new WriteFailed('writer_gone', 'the writer is closed')
      await ended
    },
  }
}

function threadUrl(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts')
  return new URL(isBuilt ? './writer-thread.js' : './writer-thread-from-source.mjs', import.meta.url)
}
