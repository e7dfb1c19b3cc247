import { DomainError } from '#shared/errors.ts'
import { createRate, type Rate } from '../../../domain/rate.ts'

/** Above it, those who say nothing now are forgotten: a bucket that nobody draws from is full. */
const maxKnown = 10_000

/** Counts what one person says, to sessions or in votes. @throws {DomainError} `too_many_requests` */
export function createCommandLimit(monotonicMs: () => number, perSecond: number): (personId: string) => void {
  let rates = new Map<string, Rate>()
  return (personId) => {
    if (rates.size > maxKnown) rates = new Map()
    const rate = rates.get(personId) ?? createRate(perSecond)
    rates.set(personId, rate)
    if (!rate.take(monotonicMs(), 1)) throw new DomainError('too_many_requests', { retryAfterSeconds: 1 })
  }
}
