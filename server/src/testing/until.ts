import { setTimeout as delay } from 'node:timers/promises'

/** Waits for a condition instead of a time. @throws {Error} naming what did not come, with what was there instead. */
export async function until<T>(what: string, read: () => T | undefined | null | false, withinMs = 10_000): Promise<T> {
  const endMs = performance.now() + withinMs
  for (;;) {
    const value = read()
    if (value) return value
    if (performance.now() > endMs) throw new Error(`waited ${withinMs} ms in vain for: ${what}`)
    await delay(2)
  }
}
