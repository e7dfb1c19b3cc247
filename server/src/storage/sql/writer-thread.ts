/** The thread that owns the only writing connection. Started by `createWriter`; everything it knows comes as messages. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { openForWriting } from './open-database.ts'
import { type Job, writeBatch } from './write-batch.ts'
import type { FromWriterThread, ToWriterThread, WriterThreadData } from './writer-messages.ts'

/** Keeps one transaction short enough that the first in a flood does not wait for the last. */
const maxJobsPerCommit = 1_000

function serve(port: NonNullable<typeof parentPort>, { path, busyTimeoutMs }: WriterThreadData): void {
  const say = (message: FromWriterThread) => port.postMessage(message)
  const db = open()
  if (!db) return
  say({ kind: 'opened' })

  port.on('message', (first: ToWriterThread) => {
    const jobs: Job[] = []
    let isClosing = false
    // Everything that waits at the port shares this commit: while one runs, the next gathers.
    for (let message: ToWriterThread | undefined = first; message; message = next()) {
      if (message.kind === 'close') isClosing = true
      else jobs.push(message)
      if (isClosing || jobs.length >= maxJobsPerCommit) break
    }
    if (jobs.length > 0) say({ kind: 'outcomes', outcomes: writeBatch(db, jobs) })
    if (!isClosing) return
    db.close()
    port.close()
  })

  function next(): ToWriterThread | undefined {
    return receiveMessageOnPort(port)?.message
  }

  function open() {
    try {
      return openForWriting(path, busyTimeoutMs)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      say({ kind: 'open-failed', code, message: error instanceof Error ? error.message : String(error) })
      port.close()
      return undefined
    }
  }
}

if (parentPort) serve(parentPort, workerData)
