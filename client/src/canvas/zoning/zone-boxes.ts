import type { Editor, TLShapeId } from 'tldraw'
import type { Box } from '#shared/board/drawing/plan.ts'
import { zoneShapeType } from '#shared/board/zone-shape.ts'

/** Of the zones on the page that is looked at, but for one. */
export function boxesOfOthers(editor: Editor, id?: TLShapeId): Box[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = shape.type === zoneShapeType && shape.id !== id ? editor.getShapePageBounds(shape) : undefined
    return bounds ? [{ x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }] : []
  })
}

/** On the screen. A finger covers what it points at. */
const reachPx = { mouse: 8, touch: 16 } as const

/** How near an edge must be to come to another; never with Ctrl or Cmd held. */
export function snapReach(editor: Editor): number {
  const { ctrlKey, metaKey } = editor.inputs
  if (ctrlKey || metaKey) return 0
  const { isCoarsePointer } = editor.getInstanceState()
  return (isCoarsePointer ? reachPx.touch : reachPx.mouse) / editor.getZoomLevel()
}
