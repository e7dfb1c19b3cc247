import { Router as createRouter, type Router } from 'express'
import type { Registry } from 'prom-client'
import { DomainError } from '#shared/errors.ts'
import { sendProblem } from '../problem.ts'

/** For whoever runs the server: outside `/api`, without sign-in, without a word about anybody. */
export function healthRouter({ isReady, metrics }: { isReady: () => Promise<boolean>; metrics: Registry }): Router {
  const router = createRouter()
  router.get('/healthz', (_req, res) => {
    res.type('text/plain').send('ok\n')
  })
  router.get('/readyz', async (_req, res) => {
    if (await isReady()) res.type('text/plain').send('ready\n')
    else sendProblem(res, new DomainError('not_ready'))
  })
  router.get('/metrics', async (_req, res) => {
    res.set('Content-Type', metrics.contentType).send(await metrics.metrics())
  })
  return router
}
