import type { ErrorCode } from '#shared/errors.ts'

/** `network`: no answer came. `unreadable`: an answer that is not Tablecloth's (a proxy's page, say). */
export type ProblemCode = ErrorCode | 'network' | 'unreadable'

/** What the server, or the way to it, said instead of an answer. Words for it are in `errors.json`, by `code`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly status: number
  /** Fields of the request that are wrong: path to the server's message. */
  readonly fields: Readonly<Record<string, string>>

  constructor(
    code: ProblemCode,
    { status = 0, fields = {}, ...options }: ErrorOptions & { status?: number; fields?: Record<string, string> } = {},
  ) {
    super(code, options)
    this.code = code
    this.status = status
    this.fields = fields
  }
}

export function problemCode(error: unknown): ProblemCode {
  return error instanceof ProblemError ? error.code : 'internal'
}
