import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

export type HeldMemory = {
  readonly residentBytes: number
  /** Heap and what hangs on it, after a collection. */
  readonly heldBytes: number
}

/** What the generator asks of the process that started it, which has the server at hand. */
export type Question = { readonly ask: 'memory' }
export type Reply = { readonly memory: HeldMemory }

async function askMemory(): Promise<HeldMemory> {
  const replied = once(process, 'message', { signal: AbortSignal.timeout(20_000) })
  process.send?.({ ask: 'memory' } satisfies Question)
  const [reply] = (await replied) as [Reply]
  return reply.memory
}

/**
 * The least of several answers within two seconds: what a server has at hand while it works comes and goes by megabytes,
 * what it holds for somebody is there every time.
 */
export async function askSteadyMemory(): Promise<HeldMemory> {
  let least = await askMemory()
  for (let i = 1; i < 8; i++) {
    await wait(250)
    const held = await askMemory()
    if (held.heldBytes < least.heldBytes) least = held
  }
  return least
}
