import { type Editor, isShapeId } from 'tldraw'
import type { DotPoint } from '#shared/session/votes/vote-setup.ts'

/** More than that is a drag, or a press that lasts. */
const mostMovePx = 6
const mostMs = 500

/**
 * Tells of taps inside of some shapes, on the canvas only. The canvas does with them what it always does.
 *
 * @param take - gets the place within the shape: 0 to 1 from its left and from its top
 * @returns the stop.
 */
export function takeTaps(
  editor: Editor,
  ids: () => readonly string[],
  take: (id: string, point: DotPoint) => void,
): () => void {
  const container = editor.getContainer()
  let press: { pointerId: number; x: number; y: number; atMs: number } | undefined
  const isOnCanvas = ({ target }: Event) => target instanceof Element && target.closest('.tl-canvas') !== null
  const down = (event: PointerEvent) => {
    // A second finger makes it a pinch.
    press =
      !press && event.isPrimary && event.button === 0 && isOnCanvas(event)
        ? { pointerId: event.pointerId, x: event.clientX, y: event.clientY, atMs: event.timeStamp }
        : undefined
  }
  const up = (event: PointerEvent) => {
    const began = press
    press = undefined
    if (began?.pointerId !== event.pointerId || event.timeStamp - began.atMs > mostMs) return
    if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > mostMovePx) return
    const page = editor.screenToPage({ x: event.clientX, y: event.clientY })
    const inOrder = editor.getCurrentPageShapesSorted().toReversed()
    const wanted = new Set(ids())
    for (const shape of inOrder) {
      if (!wanted.has(shape.id) || !isShapeId(shape.id)) continue
      const { w, h } = editor.getShapeGeometry(shape).bounds
      const at = editor.getPointInShapeSpace(shape, page)
      if (at.x < 0 || at.y < 0 || at.x > w || at.y > h) continue
      take(shape.id, { x: at.x / w, y: at.y / h })
      return
    }
  }
  const cancel = () => {
    press = undefined
  }
  container.addEventListener('pointerdown', down, { capture: true, passive: true })
  container.addEventListener('pointerup', up, { capture: true, passive: true })
  container.addEventListener('pointercancel', cancel, { capture: true, passive: true })
  return () => {
    container.removeEventListener('pointerdown', down, { capture: true })
    container.removeEventListener('pointerup', up, { capture: true })
    container.removeEventListener('pointercancel', cancel, { capture: true })
  }
}
