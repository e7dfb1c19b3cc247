import { Box, type Editor, react, type TLShapeId } from 'tldraw'
import { showBounds } from '../show-bounds.ts'

/** A zone narrower than that on the screen cannot be read, however many are to be seen together. */
const leastZonePx = 240

/** All of them, or the first where together they would be too small to read, as on a phone. */
export function boundsToRead(editor: Editor, ids: readonly TLShapeId[]): Box | undefined {
  const boxes = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  const [first] = boxes
  if (!first) return undefined
  const all = Box.Common(boxes)
  const screen = editor.getViewportScreenBounds()
  const zoom = Math.min(screen.w / all.w, screen.h / all.h)
  return first.w * zoom < leastZonePx ? first : all
}

/**
 * Brings something into view, and keeps it there while what lies around the canvas opens and closes: until the person
 * moves the view herself.
 */
export function keepShown(
  editor: Editor,
  dir: () => 'ltr' | 'rtl',
): { show(bounds: () => Box | undefined): void; stop(): void } {
  let shown: (() => Box | undefined) | undefined
  let screen = sizeOf(editor)
  const show = (isImmediate: boolean) => {
    const bounds = shown?.()
    if (bounds) showBounds(editor, bounds, { dir: dir(), isImmediate })
  }
  const letGo = () => {
    shown = undefined
  }
  const container = editor.getContainer()
  const moves = ['wheel', 'pointerdown', 'keydown'] as const
  for (const move of moves) container.addEventListener(move, letGo, { capture: true, passive: true })
  const stop = react('keep shown', () => {
    const now = sizeOf(editor)
    if (now === screen) return
    screen = now
    if (shown) editor.timers.requestAnimationFrame(() => show(true))
  })
  return {
    show(bounds) {
      shown = bounds
      show(false)
    },
    stop() {
      stop()
      for (const move of moves) container.removeEventListener(move, letGo, { capture: true })
    },
  }
}

function sizeOf(editor: Editor): string {
  const { w, h } = editor.getViewportScreenBounds()
  return `${w} ${h}`
}
