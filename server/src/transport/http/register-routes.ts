import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { DomainError } from '#shared/errors.ts'
import { maxJsonBodyBytes } from '#shared/limits.ts'
import type { Authenticate } from '../../domain/access/authenticate.ts'
import type { Caller } from '../../domain/access/caller.ts'
import { readCredentials } from '../credentials.ts'
import { invalidInput } from './problem.ts'
import type { Route } from './route.ts'

/**
 * Puts routes on a router: authenticate, authorize, parse, limit, act, present. The body is read last of what comes in:
 * nobody is told what is wrong with a request that is not hers to make.
 */
export function registerRoutes(
  router: Router,
  routes: readonly Route[],
  ports: { authenticate: Authenticate; originOf: (req: Request) => string },
): void {
  for (const route of routes) {
    router[route.method](route.path, async (req, res) => {
      const caller = await authenticate(route, req)
      const params = stringParams(req.params)
      const allowed = await route.access.check(caller, params)
      const query = parse(route.query, req.query)
      if (route.body) await readJsonBody(req, res)
      const body = parse(route.body, req.body)
      if (route.limit) await runHandler(route.limit, req, res)
      const origin = ports.originOf(req)
      const answer = await route.handle({ caller, allowed, params, query, body, origin, http: req, reply: res })
      // Through the schema: a field that the document does not name never leaves.
      if (route.answer) res.status(route.status).json(route.answer.parse(answer))
      else if (route.contentTypes.length === 0) res.status(route.status).end()
    })
  }

  /** Where anyone may come in, a token that is over makes its holder nobody, and no error: she is about to join anew. */
  async function authenticate(route: Route, req: Request): Promise<Caller> {
    try {
      return await ports.authenticate(readCredentials(req))
    } catch (error) {
      if (!route.access.needsSignIn && error instanceof DomainError && error.code === 'not_signed_in')
        return { kind: 'nobody' }
      throw error
    }
  }
}

const jsonParser = express.json({ limit: maxJsonBodyBytes })

async function readJsonBody(req: Request, res: Response): Promise<void> {
  if (!req.is('application/json')) throw new DomainError('unsupported_media_type')
  await runHandler(jsonParser, req, res)
}

/** The handler must go on or fail; one that answers by itself would leave the route waiting. */
function runHandler(handler: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void handler(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
  })
}

function parse(schema: Route['body'], value: unknown): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw invalidInput(parsed.error)
  return parsed.data
}

function stringParams(params: Request['params']): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}
