import { type ErrorCode, errorKinds } from '#shared/errors.ts'
import type { Problem } from '#shared/http/common.ts'
import { takeAskedAhead } from './asked-ahead.ts'
import { ProblemError } from './problem-error.ts'

export type RequestOptions = {
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the server. The answer's type is the route's own, from `shared/src/http`; both sides are built from one tree, so
 * it is not parsed again here.
 *
 * @throws {ProblemError}
 */
export async function request<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { body, signal }: RequestOptions = {},
): Promise<Answer> {
  const response = await send(method, path, body, signal)
  if (!response.ok) throw await readProblem(response)
  if (response.status === 204) return undefined as Answer
  try {
    return (await response.json()) as Answer
  } catch (cause) {
    throw new ProblemError('unreadable', { status: response.status, cause })
  }
}

/** On a line that died without a word a browser would wait for minutes. */
const silentTooLongMs = 30_000
/** More takes its time to leave. */
const mostQuickCharacters = 8_000

async function send(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const silence = new AbortController()
  const isQuick = (text?.length ?? 0) <= mostQuickCharacters
  const stop = isQuick ? countDown(silentTooLongMs, () => silence.abort()) : undefined
  signal?.addEventListener('abort', () => silence.abort(), { once: true })
  try {
    const asked = method === 'GET' ? takeAskedAhead(path) : undefined
    const answer =
      asked ??
      fetch(path, {
        method,
        headers: { accept: 'application/json', ...(text === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(text === undefined ? {} : { body: text }),
        signal: silence.signal,
      })
    // What was asked ahead cannot be called off.
    return await Promise.race([answer, aborted(silence.signal)])
  } catch (cause) {
    // A request that was called off is no problem to tell a person about.
    if (signal?.aborted) throw cause
    throw new ProblemError('network', { cause })
  } finally {
    stop?.()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** Counts time in which an answer could have been heard: a phone that has slept may have one waiting. @returns the stop */
function countDown(ms: number, run: () => void): () => void {
  let leftMs = ms
  const timer = setInterval(() => {
    leftMs -= 1_000
    if (leftMs <= 0) run()
  }, 1_000)
  return () => clearInterval(timer)
}

async function readProblem(response: Response): Promise<ProblemError> {
  return readProblemText(response.status, await response.text().catch(() => ''))
}

/** What an answer that is no success says of itself; a proxy's page says nothing. */
export function readProblemText(status: number, text: string): ProblemError {
  try {
    const details = JSON.parse(text) as Problem
    const { code, errors = [] } = details
    const fields = Object.fromEntries(errors.map(({ path, message }) => [path, message]))
    return new ProblemError(isErrorCode(code) ? code : 'internal', { status, fields, details })
  } catch (cause) {
    return new ProblemError(status === 502 || status === 503 || status === 504 ? 'not_ready' : 'unreadable', {
      status,
      cause,
    })
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorKinds, code)
}
