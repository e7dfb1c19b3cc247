import { lazy } from 'react'
import { fetchBoardCode } from './board-code.ts'

async function load() {
  await fetchBoardCode().canvas
  return import('../../canvas/BoardCanvas.tsx')
}

/** tldraw, in a chunk of its own. */
export const LazyCanvas = lazy(load)

export async function preloadCanvas(): Promise<void> {
  await load()
}
