import type { Readable } from './readable.ts'

/** One value made of two; the same object until one of them changes. */
export function joinReadables<A, B, T>(a: Readable<A>, b: Readable<B>, join: (a: A, b: B) => T): Readable<T> {
  let from: readonly [A, B] = [a.get(), b.get()]
  let joined = join(...from)
  return {
    get() {
      const next = [a.get(), b.get()] as const
      if (!Object.is(next[0], from[0]) || !Object.is(next[1], from[1])) {
        from = next
        joined = join(...next)
      }
      return joined
    },
    subscribe(listener) {
      const stops = [a.subscribe(listener), b.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
