import { Worker } from 'node:worker_threads'
import { createCommitPace } from './commit-pace.ts'
import { type Statement, WriteConflict, WriteFailed, type WriteResult, type Writer } from './writer.ts'
import type { FromWriterThread, Job, JobOutcome, ToWriterThread, WriterThreadData } from './writer-messages.ts'

/** How long a commit waits for another process (the `admin-link` command, a backup) that holds the write lock. */
const defaultBusyTimeoutMs = 5_000

/** Keeps one transaction short enough that the first in a flood does not wait for the last. */
const maxJobsPerCommit = 1_000

type Waiting = { resolve(results: readonly WriteResult[]): void; reject(error: unknown): void }

/**
 * Starts the writer thread on the database at `path`; the file is made where there is none.
 *
 * @throws {WriteFailed} the file cannot be opened.
 */
export async function createWriter(path: string, busyTimeoutMs: number = defaultBusyTimeoutMs): Promise<Writer> {
  const workerData: WriterThreadData = { path, busyTimeoutMs }
  const worker = new Worker(threadUrl(), { workerData, name: 'writer' })
  const waiting = new Map<number, Waiting>()
  /** Gathers while a commit runs: one message to the thread and one back for all of it. */
  const gathered: { readonly id: number; readonly gather: () => readonly Statement[] }[] = []
  /** In the order in which the thread was asked. */
  const emptying: ((isEmpty: boolean) => void)[] = []
  let commitsUnderWay = 0
  const pace = createCommitPace()
  let isWaiting = false
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
      for (const settleEmptying of emptying.splice(0)) settleEmptying(false)
    }
    worker.on('error', refuse)
    worker.on('exit', (code) => refuse(new Error(`exit code ${code}`)))
    worker.on('message', (message: FromWriterThread) => {
      if (message.kind === 'opened') resolve()
      else if (message.kind === 'open-failed') reject(new WriteFailed(message.code, message.message))
      else if (message.kind === 'log-emptied') emptying.shift()?.(message.isEmpty)
      else {
        for (const { id, outcome } of message.outcomes) settle(id, outcome)
        commitsUnderWay -= 1
        commitGathered()
      }
    })
  })

  function refuseJob(id: number, cause: unknown): void {
    waiting.get(id)?.reject(cause)
    waiting.delete(id)
  }

  function settle(id: number, outcome: JobOutcome): void {
    const job = waiting.get(id)
    waiting.delete(id)
    if (outcome.status === 'written') job?.resolve(outcome.results)
    else if (outcome.status === 'conflict') job?.reject(new WriteConflict(outcome.message))
    else job?.reject(new WriteFailed(outcome.code, outcome.message))
  }

  const send = (message: ToWriterThread) => worker.postMessage(message)

  const sendJobs = (jobs: readonly Job[]) => {
    try {
      send({ kind: 'jobs', jobs })
      commitsUnderWay += 1
    } catch (cause) {
      const [only, ...others] = jobs
      if (!only) return
      // A parameter that cannot be handed to a thread (a function, say): the caller's bug, not a hang, nor its neighbours'.
      if (others.length > 0) for (const job of jobs) sendJobs([job])
      else refuseJob(only.id, cause)
    }
  }

  function commitGathered(): void {
    while (commitsUnderWay === 0 && gathered.length > 0 && !isWaiting) {
      const waitMs = pace.waitMs(performance.now())
      if (waitMs > 0) {
        isWaiting = true
        setTimeout(() => {
          isWaiting = false
          commitGathered()
        }, waitMs)
        return
      }
      sendJobs(takeGathered(maxJobsPerCommit))
    }
  }

  function takeGathered(most = gathered.length): Job[] {
    return gathered.splice(0, most).map(({ id, gather }) => ({ id, statements: gather() }))
  }

  const writeGathered: Writer['writeGathered'] = (gather) => {
    if (gone) return Promise.reject(gone)
    return new Promise((resolve, reject) => {
      const id = nextId
      nextId += 1
      waiting.set(id, { resolve, reject })
      gathered.push({ id, gather })
      commitGathered()
    })
  }

  return {
    write: (statements) => writeGathered(() => statements),
    writeGathered,
    emptyLog() {
      if (gone) return Promise.resolve(false)
      return new Promise((resolve) => {
        emptying.push(resolve)
        send({ kind: 'empty-log' })
      })
    },
    async close() {
      if (!gone) {
        sendJobs(takeGathered())
        send({ kind: 'close' })
      }
      gone ??= new WriteFailed('writer_gone', 'the writer is closed')
      await ended
    },
  }
}

function threadUrl(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts')
  return new URL(isBuilt ? './writer-thread.js' : './writer-thread-from-source.mjs', import.meta.url)
}
