import type { Part } from './listed-parts.ts'

/** In bytes as they are sent, which is what a person pays for. */
export type PartsProgress = { readonly receivedBytes: number; readonly totalBytes: number }

const mostRetries = 6
const firstRetryMs = 1_000

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
  const told = (i: number, bytes: number) => {
    received[i] = bytes
    tell({ receivedBytes: Math.round(received.reduce((sum, each) => sum + each, 0)), totalBytes })
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
    for (let retries = 0; ; retries += 1) {
      try {
        return await readPart(part, count)
      } catch (error) {
        if (retries === mostRetries) throw error
        await wait(firstRetryMs * 2 ** retries)
      }
    }
  }

  async function readPart([url, sentBytes, bytes]: Part, count: (sentBytes: number) => void): Promise<void> {
    // Behind what a person waits for: the form, and whether she may come in.
    const response = await fetch(url, { priority: 'low' })
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    let read = 0
    if (response.body) {
      // A stream gives what is unpacked; of what was sent it is the same share, near enough.
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await reader.read()
        if (done) break
        read += value.byteLength
        count(Math.min(sentBytes, (read / bytes) * sentBytes))
      }
    }
    count(sentBytes)
  }
}
