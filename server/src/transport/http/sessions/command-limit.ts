import { DomainError } from '#shared/errors.ts'
import { createRate, type Rate } from '../../../domain/rate.ts'

/** Above it, those who say nothing now are forgotten: a bucket that nobody draws from is full. */
const maxKnown = 10_000

/** Counts what one person says, to sessions, in votes, or to show it. @throws {DomainError} `too_many_requests` */
export function createCommandLimit(
  monotonicMs: () => number,
  perSecond: number,
  atOnce = perSecond * 2,
): (personId: string) => void {
  let rates = new Map<string, Rate>()
  return (personId) => {
    if (rates.size > maxKnown) rates = new Map()
    const rate = rates.get(personId) ?? createRate(perSecond, atOnce)
    rates.set(personId, rate)
    if (!rate.take(monotonicMs(), 1))
      throw new DomainError('too_many_requests', { retryAfterSeconds: Math.ceil(1 / perSecond) })
  }
}
