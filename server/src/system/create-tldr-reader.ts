import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DomainError, type ErrorCode } from '#shared/errors.ts'
import type { BroughtBoard } from '../domain/exchange/board-files.ts'

export type FromTldrThread =
  | { readonly content: BroughtBoard }
  | { readonly code: ErrorCode; readonly details: Readonly<Record<string, unknown>> }

/** Reads a file as `readTldr` does, on a thread of its own, one file after the other: two would take twice the memory. */
export function createTldrReader(): (bytes: Uint8Array) => Promise<BroughtBoard> {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    const reading = last.then(() => readInThread(bytes))
    last = reading.catch(() => {})
    return reading
  }
}

async function readInThread(bytes: Uint8Array): Promise<BroughtBoard> {
  const worker = new Worker(threadUrl(), { workerData: bytes, name: 'tldr' })
  try {
    const [answer]: FromTldrThread[] = await once(worker, 'message')
    if (answer && 'content' in answer) return answer.content
    throw new DomainError(answer?.code ?? 'internal', answer?.details)
  } finally {
    void worker.terminate()
  }
}

function threadUrl(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts')
  return new URL(isBuilt ? './tldr-thread.js' : './tldr-thread-from-source.mjs', import.meta.url)
}
