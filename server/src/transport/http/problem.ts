import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { DomainError, type ErrorCode, errorKinds } from '#shared/errors.ts'
import type { Problem } from '#shared/http/common.ts'

/** Any error as RFC 9457 has it. What is no `DomainError` is a bug, and says nothing about itself. */
export function toProblem(error: DomainError): Problem {
  const { status, title } = errorKinds[error.code]
  return { type: `urn:tablecloth:problem:${error.code}`, title, status, code: error.code, ...error.details }
}

export function sendProblem(res: Response, error: DomainError): void {
  const problem = toProblem(error)
  const { retryAfterSeconds } = error.details
  if (typeof retryAfterSeconds === 'number') res.setHeader('Retry-After', String(retryAfterSeconds))
  if (problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer')
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Names each field of a request that is wrong. */
export function invalidInput(error: z.ZodError): DomainError {
  const errors = error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }]
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'This field is not known.' }))
  })
  return new DomainError('invalid_input', { errors }, { cause: error })
}

export const answerNotFound: RequestHandler = (_req, res) => sendProblem(res, new DomainError('not_found'))

/**
 * The last handler: everything thrown on the way ends here, and nothing leaves but a problem document. It takes four
 * parameters, by which Express knows it.
 */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    if (isBrokenOff(error, req)) return
    const known = toDomainError(error)
    if (known.code === 'store_unavailable') log.error({ err: error }, 'the store took no change')
    if (known.code === 'internal' || known.code === 'board_unreadable')
      log.error({ err: error, method: req.method, route: req.route?.path }, 'a request failed')
    // Half an answer must not look like a whole one.
    if (res.headersSent) res.destroy()
    else sendProblem(res, known)
  }
}

/** In the words of Node, for a request, and of Express, for an answer. */
const brokenOffPattern = /^(ECONNRESET|ECONNABORTED|EPIPE)$/

/** Whose line broke in the middle, or who has left the page, hears no answer. On poor lines it is no fault, and no news. */
function isBrokenOff(error: unknown, req: Request): boolean {
  return req.socket.destroyed && error instanceof Error && 'code' in error && brokenOffPattern.test(String(error.code))
}

/** Codes by which body-parser, and Express itself, say what is wrong with a request. */
const httpErrorCodes: Readonly<Record<string, ErrorCode>> = {
  'entity.parse.failed': 'malformed_json',
  'entity.too.large': 'too_large',
  'charset.unsupported': 'unsupported_media_type',
  'encoding.unsupported': 'unsupported_media_type',
}
/** A disk that is full or broken, in the words of Node and of SQLite. */
const storeErrorPattern = /^(ENOSPC|EDQUOT|EROFS|EIO|SQLITE_(FULL|IOERR|READONLY|BUSY).*)$/
const httpErrorSchema = z.object({ status: z.number(), type: z.string().optional() })

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof z.ZodError) return new DomainError('internal', {}, { cause: error })
  if (error instanceof Error && 'code' in error && storeErrorPattern.test(String(error.code)))
    return new DomainError('store_unavailable', {}, { cause: error })
  const { data } = httpErrorSchema.safeParse(error)
  const code = data?.type === undefined ? undefined : httpErrorCodes[data.type]
  if (code) return new DomainError(code, {}, { cause: error })
  // Such as a path with a broken percent-encoding.
  if (data && data.status >= 400 && data.status < 500) return new DomainError('invalid_input', {}, { cause: error })
  return new DomainError('internal', {}, { cause: error })
}
