/** A value that changes, in the form React's `useSyncExternalStore` takes: `get` returns the same object until it does. */
export interface Readable<T> {
  get(): T
  /** @returns the stop. The listener runs after each change, not at once. */
  subscribe(listener: () => void): () => void
}

export interface Writable<T> extends Readable<T> {
  set(value: T): void
}

export function createWritable<T>(initial: T): Writable<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}
