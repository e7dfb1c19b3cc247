import { useSyncExternalStore } from 'react'

/** A value that changes outside of React; `sync/readable.ts` has its full description. */
type Source<T> = {
  get(): T
  subscribe(listener: () => void): () => void
}

export function useReadable<T>(source: Source<T>): T {
  return useSyncExternalStore(source.subscribe, source.get)
}

/** For what is there only later: `otherwise` until then. */
export function useReadableOr<T>(source: Source<T> | undefined, otherwise: Source<T>): T {
  return useReadable(source ?? otherwise)
}

/** A value that never changes, to stand in for what is not there yet. */
export function constant<T>(value: T): Source<T> {
  return { get: () => value, subscribe: () => () => undefined }
}
