import type { CanvasHandle } from '../../canvas/canvas-handle.ts'

/** What is gone to would lie behind the sheet that one came from. */
export function thenClose<Canvas extends Pick<CanvasHandle, 'goToNote' | 'goToZone'>>(
  canvas: Canvas,
  close: () => void,
): Canvas {
  return {
    ...canvas,
    goToNote(...to) {
      const isThere = canvas.goToNote(...to)
      if (isThere) close()
      return isThere
    },
    goToZone(...to) {
      canvas.goToZone(...to)
      close()
    },
  }
}
