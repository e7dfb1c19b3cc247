import { type ComponentType, lazy } from 'react'
import { loadPatiently } from './load-patiently.ts'

/** `lazy`, for a part of a page that is in use: while it cannot be fetched, the page stays as it is, without the part. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(async () => ({ default: await loadPatiently(load) }))
}
