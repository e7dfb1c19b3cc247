import { DomainError } from '#shared/errors.ts'
import { maxWrongCodesPerAddressPerMinute, maxWrongCodesPerDevicePerMinute } from '#shared/limits.ts'
import type { Clock } from '../clock.ts'

const windowMs = 60_000
/** Beyond this many keys the ones that are over are swept; an attacker with many addresses must not fill the memory. */
const sweepAt = 10_000

export interface WrongCodeLimit {
  /**
   * Looks a typed code up, and counts it when it finds nothing. An attempt counts while it runs, so that a hundred at
   * once are not a hundred free ones.
   *
   * @throws {DomainError} `too_many_wrong_codes`, with `retryAfterSeconds`
   */
  guard<T>(who: CodeSender, lookUp: () => Promise<T | undefined>): Promise<T | undefined>
}

/** Where a typed code comes from. A device may go by two names: before it has its cookie, and after. */
export type CodeSender = { readonly devices: readonly string[]; readonly address: string }

/** Ten wrong codes a minute from one device, a hundred from one address, in any sixty seconds. */
export function createWrongCodeLimit({ clock }: { clock: Clock }): WrongCodeLimit {
  const attempts = new Map<string, number[]>()

  function recent(key: string, nowMs: number): number[] {
    const times = (attempts.get(key) ?? []).filter((atMs) => atMs > nowMs - windowMs)
    if (times.length === 0) attempts.delete(key)
    else attempts.set(key, times)
    return times
  }

  function assertRoom(key: string, limit: number, nowMs: number): void {
    const times = recent(key, nowMs)
    const oldest = times[times.length - limit]
    if (oldest === undefined) return
    const retryAfterSeconds = Math.max(1, Math.ceil((oldest + windowMs - nowMs) / 1_000))
    throw new DomainError('too_many_wrong_codes', { retryAfterSeconds })
  }

  function sweep(nowMs: number): void {
    if (attempts.size < sweepAt) return
    for (const key of attempts.keys()) recent(key, nowMs)
  }

  return {
    async guard(who, lookUp) {
      const nowMs = clock.nowMs()
      const devices = who.devices.map((device) => `device ${device}`)
      const keys = [...devices, `address ${who.address}`]
      for (const key of devices) assertRoom(key, maxWrongCodesPerDevicePerMinute, nowMs)
      assertRoom(`address ${who.address}`, maxWrongCodesPerAddressPerMinute, nowMs)
      sweep(nowMs)
      for (const key of keys) attempts.set(key, [...(attempts.get(key) ?? []), nowMs])
      const found = await lookUp()
      if (found !== undefined) for (const key of keys) forgive(key, nowMs)
      return found
    },
  }

  function forgive(key: string, atMs: number): void {
    const times = attempts.get(key) ?? []
    const index = times.lastIndexOf(atMs)
    if (index !== -1) attempts.set(key, times.toSpliced(index, 1))
  }
}
