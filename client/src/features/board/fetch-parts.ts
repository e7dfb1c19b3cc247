import { withTimeout } from '../../offline/with-timeout.ts'
import type { Part } from './listed-parts.ts'

export type PartsProgress = {
  /** In bytes as they are sent, which is what a person pays for. */
  readonly receivedBytes: number
  readonly totalBytes: number
  /** Nothing comes: it is tried again. */
  readonly isBroken: boolean
}

/** Where the server says no. A line that is gone is waited for. */
const mostRefusals = 6
const firstRetryMs = 1_000
const lastRetryMs = 8_000
/** A browser would wait for minutes on a line that died without a word. */
const silentTooLongMs = 30_000

export type Surroundings = {
  readonly fetch: typeof fetch
  readonly wait: (ms: number) => Promise<void>
}

const browser: Surroundings = {
  fetch: (...args) => globalThis.fetch(...args),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/**
 * Fetches each file to its end, in their order, and tells how far it is. A line that drops is tried again.
 *
 * @returns for each file when it is there; rejected where it cannot be had.
 */
export function fetchParts(
  parts: readonly Part[],
  tell: (progress: PartsProgress) => void,
  { fetch, wait }: Surroundings = browser,
): readonly Promise<void>[] {
  const totalBytes = parts.reduce((sum, [, sentBytes]) => sum + sentBytes, 0)
  const received = parts.map(() => 0)
  const show = (isBroken: boolean) =>
    tell({ receivedBytes: Math.round(received.reduce((sum, each) => sum + each, 0)), totalBytes, isBroken })
  const told = (i: number, bytes: number) => {
    received[i] = bytes
    show(false)
  }
  told(0, 0)
  // One after the other, which fills the line and leaves room for what a person asks meanwhile.
  const files: Promise<void>[] = []
  for (const [i, part] of parts.entries()) {
    const before = files[i - 1]?.catch(() => undefined)
    files.push(Promise.resolve(before).then(() => fetchPart(part, (bytes) => told(i, bytes))))
  }
  return files

  async function fetchPart(part: Part, count: (sentBytes: number) => void): Promise<void> {
    let refusals = 0
    for (let retries = 0; ; retries += 1) {
      const attempt = new AbortController()
      try {
        return await readPart(part, count, attempt.signal)
      } catch (error) {
        attempt.abort()
        if (error instanceof RefusedError) refusals += 1
        if (refusals > mostRefusals) throw error
        show(true)
        await wait(Math.min(lastRetryMs, firstRetryMs * 2 ** retries))
      }
    }
  }

  async function readPart([url, sentBytes, bytes]: Part, count: (sentBytes: number) => void, signal: AbortSignal) {
    // Behind what a person waits for: the form, and whether she may come in.
    const response = await unlessSilent(fetch(url, { priority: 'low', signal }))
    if (!response.ok) throw new RefusedError(`${url}: ${response.status}`)
    let read = 0
    if (response.body) {
      // A stream gives what is unpacked; of what was sent it is the same share, near enough.
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await unlessSilent(reader.read())
        if (done) break
        read += value.byteLength
        count(Math.min(sentBytes, (read / bytes) * sentBytes))
      }
    }
    count(sentBytes)
  }
}

class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

function unlessSilent<T>(answer: Promise<T>): Promise<T> {
  return withTimeout(answer, silentTooLongMs, () => undefined)
}
