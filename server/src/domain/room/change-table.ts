/**
 * The latest value of each key, and which of them changed since when: so that who is up to date gets the same few changes
 * as everybody else, and who has fallen behind gets each key once, without anything being kept for her.
 */
export interface ChangeTable<K, V> {
  /** Number of the last changes that were sealed. */
  readonly sealed: number
  set(key: K, value: V): void
  get(key: K): V | undefined
  delete(key: K): void
  /** Gives what has changed since the last time one number. */
  seal(): number
  /** The values that changed after that number. */
  since(number: number): readonly V[]
  /** Forgets values that everybody has who is up to `number`. */
  forget(number: number, isForgettable: (value: V) => boolean): void
}

type Entry<K, V> = { readonly key: K; value: V; changedIn: number }

export function createChangeTable<K, V>(): ChangeTable<K, V> {
  const entries = new Map<K, Entry<K, V>>()
  let sealed = 0
  let changed: Entry<K, V>[] = []
  let lastChanged: readonly Entry<K, V>[] = []

  return {
    get sealed() {
      return sealed
    },
    set(key, value) {
      const known = entries.get(key)
      if (!known) {
        const entry = { key, value, changedIn: sealed + 1 }
        entries.set(key, entry)
        changed.push(entry)
        return
      }
      known.value = value
      if (known.changedIn > sealed) return
      known.changedIn = sealed + 1
      changed.push(known)
    },
    get: (key) => entries.get(key)?.value,
    delete: (key) => void entries.delete(key),
    seal() {
      if (changed.length === 0) return sealed
      sealed += 1
      lastChanged = changed
      changed = []
      return sealed
    },
    since(number) {
      const candidates = number === sealed - 1 ? lastChanged : [...entries.values()]
      return candidates
        .filter((entry) => entry.changedIn > number && entries.get(entry.key) === entry)
        .map(({ value }) => value)
    },
    forget(number, isForgettable) {
      for (const [key, { value, changedIn }] of entries) {
        if (changedIn <= number && isForgettable(value)) entries.delete(key)
      }
    },
  }
}
