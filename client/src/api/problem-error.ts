import type { ErrorCode } from '#shared/errors.ts'

/** `network`: no answer came. `unreadable`: an answer that is not Tablecloth's (a proxy's page, say). */
export type ProblemCode = ErrorCode | 'network' | 'unreadable'

type ProblemOptions = ErrorOptions & { status?: number; fields?: Record<string, string>; details?: unknown }

/** What the server, or the way to it, said instead of an answer. Words for it are in `errors.json`, by `code`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly status: number
  /** Fields of the request that are wrong: path to the server's message. */
  readonly fields: Readonly<Record<string, string>>

  /** The whole problem document: some say more than what went wrong. */
  readonly details: unknown

  constructor(code: ProblemCode, { status = 0, fields = {}, details, ...options }: ProblemOptions = {}) {
    super(code, options)
    this.code = code
    this.status = status
    this.fields = fields
    this.details = details
  }
}

const passing = new Set<ProblemCode>(['network', 'not_ready', 'store_unavailable', 'too_many_requests', 'unreadable'])

/** Whether the same may be sent again with hope. */
export function isPassing(code: ProblemCode): boolean {
  return passing.has(code)
}

export function problemCode(error: unknown): ProblemCode {
  return error instanceof ProblemError ? error.code : 'internal'
}
