import type { Editor, TLShape } from 'tldraw'
import type { CanvasContext } from '../canvas-context.ts'
import { shapesInReadingOrder, zonesOfPage } from '../handle/board-content.ts'

/**
 * Makes Tab go from note to note through all zones in their order. tldraw's own goes through what lies on the page
 * itself, or round and round inside one frame: notes in zones were out of reach.
 */
export function navigateInReadingOrder(editor: Editor, context: CanvasContext): void {
  const stops = (): TLShape[] => {
    const zones = context.role.get() === 'facilitator' ? zonesOfPage(editor) : []
    return [...shapesInReadingOrder(editor, context), ...zones]
  }
  const selectBeside = editor.selectAdjacentShape.bind(editor)

  // The announcer and "skip to main content" read the order from here as well.
  editor.getCurrentPageShapesInReadingOrder = stops
  editor.selectAdjacentShape = (direction) => {
    if (direction !== 'next' && direction !== 'prev') {
      selectBeside(direction)
      return
    }
    const shapes = stops()
    const selectedId = editor.getSelectedShapeIds()[0]
    const at = shapes.findIndex(({ id }) => id === selectedId)
    const step = direction === 'next' ? 1 : -1
    const start = at === -1 && direction === 'prev' ? 0 : at
    const next = shapes[(start + step + shapes.length) % shapes.length]
    if (!next) return
    editor.setSelectedShapes([next.id])
    editor.zoomToSelectionIfOffscreen(256, { animation: { duration: editor.options.animationMediumMs }, inset: 0 })
  }
}
