/** The thread that owns the only writing connection. Started by `createWriter`; everything it knows comes as messages. */
import { parentPort, workerData } from 'node:worker_threads'
import { emptyLog, openForWriting } from './open-database.ts'
import { writeBatch } from './write-batch.ts'
import type { FromWriterThread, ToWriterThread, WriterThreadData } from './writer-messages.ts'

function serve(port: NonNullable<typeof parentPort>, { path, busyTimeoutMs }: WriterThreadData): void {
  const say = (message: FromWriterThread) => port.postMessage(message)
  const db = open()
  if (!db) return
  say({ kind: 'opened' })

  port.on('message', (message: ToWriterThread) => {
    if (message.kind === 'jobs') {
      say({ kind: 'outcomes', outcomes: writeBatch(db, message.jobs) })
      return
    }
    if (message.kind === 'empty-log') {
      say({ kind: 'log-emptied', isEmpty: emptyLog(db, busyTimeoutMs) })
      return
    }
    db.close()
    port.close()
  })

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
