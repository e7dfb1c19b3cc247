import { once } from 'node:events'

export type HeldMemory = {
  readonly residentBytes: number
  /** Heap and what hangs on it, after a collection. */
  readonly heldBytes: number
}

/** What the generator asks of the process that started it, which has the server at hand. */
export type Question = { readonly ask: 'memory' }
export type Reply = { readonly memory: HeldMemory }

export async function askMemory(): Promise<HeldMemory> {
  const replied = once(process, 'message', { signal: AbortSignal.timeout(20_000) })
  process.send?.({ ask: 'memory' } satisfies Question)
  const [reply] = (await replied) as [Reply]
  return reply.memory
}
