import { useEffect, useRef } from 'react'
import { react, useEditor } from 'tldraw'
import { useCanvasContext } from '../canvas-context.ts'

/**
 * What the page around the canvas puts over it: it moves with the board and keeps the size of the page. Keys that are
 * pressed in it are not the canvas's; the wheel is, as everywhere on it.
 */
export function Overlay() {
  const editor = useEditor()
  const { overlay } = useCanvasContext()
  const frame = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [outer, inner] = [frame.current, layer.current]
    if (!outer || !inner) return
    const keepKeys = (event: KeyboardEvent) => event.stopPropagation()
    const passWheel = (event: WheelEvent) => {
      event.preventDefault()
      editor.getContainer().querySelector('.tl-canvas')?.dispatchEvent(new WheelEvent(event.type, event))
    }
    outer.addEventListener('keydown', keepKeys)
    outer.addEventListener('wheel', passWheel, { passive: false })
    const stop = react('move the overlay', () => {
      const { x, y, z } = editor.getCamera()
      inner.style.transform = `translate(${x * z}px, ${y * z}px)`
    })
    overlay.set(inner)
    return () => {
      overlay.set(null)
      stop()
      outer.removeEventListener('keydown', keepKeys)
      outer.removeEventListener('wheel', passWheel)
    }
  }, [editor, overlay])
  return (
    <div ref={frame} className="canvas-overlay">
      <div ref={layer} />
    </div>
  )
}
