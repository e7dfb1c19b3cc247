/** A list of listeners for things that happen, as opposed to values that change. */
export interface Listeners<T> {
  add(listener: (value: T) => void): () => void
  tell(value: T): void
}

/** @param keep - how much (at least 1) is kept for the first listener, when nobody listens yet. */
export function createListeners<T>(keep: number): Listeners<T> {
  const listeners = new Set<(value: T) => void>()
  let untold: T[] = []
  return {
    add(listener) {
      listeners.add(listener)
      const waiting = untold
      untold = []
      for (const value of waiting) listener(value)
      return () => listeners.delete(listener)
    },
    tell(value) {
      if (listeners.size === 0) untold = [...untold, value].slice(-keep)
      for (const listener of [...listeners]) listener(value)
    },
  }
}
