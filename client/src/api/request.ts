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

async function send(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  try {
    const answer = method === 'GET' ? takeAskedAhead(path) : undefined
    if (answer) return await answer
    return await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    // A request that was called off is no problem to tell a person about.
    if (signal?.aborted) throw cause
    throw new ProblemError('network', { cause })
  }
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
