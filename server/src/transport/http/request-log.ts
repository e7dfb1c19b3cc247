import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/** Segments after these carry a secret or a code. */
const secretAfter = /(\/(?:account-links|invites|welcome|join)\/)[^/]+/i

/** The path alone, without secrets: a query may carry a token, a link is a key. */
export function loggablePath(url: string | undefined): string {
  return (url ?? '').replace(/\?.*$/s, '').replace(secretAfter, '$1…')
}

export function requestLog(log: Logger): RequestHandler {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    // A healthy room makes thousands of requests; only what went wrong is worth a line.
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'info' : 'debug'),
    wrapSerializers: false,
    serializers: {
      req: (req: IncomingMessage & { originalUrl?: string }) => ({
        method: req.method,
        path: loggablePath(req.originalUrl ?? req.url),
      }),
      res: (res: ServerResponse) => ({ status: res.statusCode }),
    },
  })
}
