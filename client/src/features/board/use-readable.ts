import { useSyncExternalStore } from 'react'
import { createWritable, type Readable } from '../../sync/readable.ts'

export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get)
}

/** For what is there only later: `otherwise` until then. */
export function useReadableOr<T>(readable: Readable<T> | undefined, otherwise: Readable<T>): T {
  return useReadable(readable ?? otherwise)
}

/** A value that never changes, to stand in for what is not there yet. */
export function constant<T>(value: T): Readable<T> {
  return createWritable(value)
}
