import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { DomainError } from '#shared/errors.ts'
import { maxFailedSignIns, maxFailedSignInsPerAddress, signInLimitWindowMs } from '#shared/limits.ts'
import type { RoomClock } from '../../../domain/room/clock.ts'
import { createHitCounts } from './hit-counts.ts'

/**
 * Ends guessing a password, and costs an attacker the hashing of it. Failed attempts count for an account and an
 * address together, so that nobody locks somebody else out from afar; and for the address alone, against lists of
 * stolen passwords.
 */
export function createSignInLimit(clock: Pick<RoomClock, 'monotonicMs'>): RequestHandler {
  const limit = (max: number, keyOf: (req: Request) => string) =>
    rateLimit({
      windowMs: signInLimitWindowMs,
      store: createHitCounts(clock, signInLimitWindowMs),
      limit: max,
      skipSuccessfulRequests: true,
      standardHeaders: false,
      legacyHeaders: false,
      // Without TRUST_PROXY the header is ignored, as it should be; the library would write to the console about it.
      validate: { xForwardedForHeader: false, forwardedHeader: false },
      keyGenerator: keyOf,
      handler: (_req, _res, next) =>
        next(new DomainError('too_many_requests', { retryAfterSeconds: signInLimitWindowMs / 1_000 })),
    })
  const perAccount = limit(maxFailedSignIns, (req) => `${addressKey(req)} ${emailOf(req)}`)
  const perAddress = limit(maxFailedSignInsPerAddress, addressKey)
  return (req, res, next) => perAddress(req, res, (error) => (error ? next(error) : perAccount(req, res, next)))
}

/** An IPv6 network of one customer counts as one address. */
export function addressKey(req: Request): string {
  return ipKeyGenerator(req.ip ?? '')
}

function emailOf(req: Request): string {
  const email: unknown = req.body?.email
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : ''
}
