import type { RequestHandler } from 'express'
import { DomainError } from '#shared/errors.ts'
import { readCredentials } from '../credentials.ts'
import { isFromHere, type OriginCheck } from '../origin-check.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Lets nothing change by a request that another site's page made. */
export function requireOwnOrigin(isOwn: OriginCheck): RequestHandler {
  return (req, _res, next) => {
    if (reading.has(req.method) || isFromHere(isOwn, req.headers, readCredentials(req))) next()
    else throw new DomainError('foreign_origin')
  }
}
