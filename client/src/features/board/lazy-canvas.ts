import { lazy } from 'react'

const load = () => import('../../canvas/BoardCanvas.tsx')

/** tldraw, in a chunk of its own. */
export const LazyCanvas = lazy(load)

export async function preloadCanvas(): Promise<void> {
  await load()
}
