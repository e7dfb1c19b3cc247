import { preloadable } from '../../ui/preloadable.tsx'
import { fetchBoardCode } from './board-code.ts'

/** tldraw, in a chunk of its own. */
export const LazyCanvas = preloadable(async () => {
  await fetchBoardCode().canvas
  return (await import('../../canvas/BoardCanvas.tsx')).default
})

export const preloadCanvas = LazyCanvas.preload
