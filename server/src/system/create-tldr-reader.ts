import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { DomainError, type ErrorCode } from '#shared/errors.ts'
import type { BroughtBoard } from '../domain/exchange/bring-board.ts'

export type FromTldrThread =
  | { readonly content: BroughtBoard }
  | { readonly code: ErrorCode; readonly details: Readonly<Record<string, unknown>> }

/** Enough for 50 MB of any real file. Beyond it the thread ends, and not the server. */
const maxHeapMb = 1_536

/** Brings boards as `bringBoard` does, on a thread of its own, one file after the other: two would take twice the memory. */
export function createTldrReader(): (bytes: Uint8Array) => Promise<BroughtBoard> {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    const reading = last.then(() => readInThread(bytes))
    last = reading.catch(() => {})
    return reading
  }
}

async function readInThread(bytes: Uint8Array): Promise<BroughtBoard> {
  const worker = new Worker(threadUrl(), {
    ...{ workerData: bytes, name: 'tldr', resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } },
  })
  try {
    const [answer]: FromTldrThread[] = await once(worker, 'message')
    if (answer && 'content' in answer) return answer.content
    throw new DomainError(answer?.code ?? 'internal', answer?.details)
  } catch (cause) {
    throw isOutOfMemory(cause) ? new DomainError('file_too_large', {}, { cause }) : cause
  } finally {
    void worker.terminate()
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function threadUrl(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts')
  return new URL(isBuilt ? './tldr-thread.js' : './tldr-thread-from-source.mjs', import.meta.url)
}
