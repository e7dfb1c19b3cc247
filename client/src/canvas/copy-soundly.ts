import type { Editor, TLContent, TLShape, TLShapeId } from 'tldraw'

/**
 * Two ways of copying at which tldraw gives up with an error, and how they go on all the same.
 *
 * @returns the stop.
 */
export function copySoundly(editor: Editor): () => void {
  const stops = [duplicateTiedArrows(editor), pasteOverMixedSelections(editor)]
  return () => {
    for (const stop of stops) stop()
  }
}

/**
 * Duplicating an arrow without one of the things that it is tied to unties it for a moment, and tldraw then moves it to
 * another parent. It does not lie there any more when its copy is given a place in the order. So while something is
 * duplicated, arrows stay where they are.
 */
function duplicateTiedArrows(editor: Editor): () => void {
  const stock = editor.duplicateShapes
  const duplicateShapes: (ids: TLShapeId[], offset?: { x: number; y: number }) => Editor = stock.bind(editor)
  editor.duplicateShapes = (shapes: TLShapeId[] | TLShape[], offset) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const copied = editor.getShapeAndDescendantIds(ids)
    const letGo = editor.sideEffects.registerBeforeChangeHandler('shape', (previous, next) =>
      copied.has(previous.id) && previous.type === 'arrow' ? stayIn(previous, next) : next,
    )
    try {
      return duplicateShapes(ids, offset)
    } finally {
      letGo()
    }
  }
  return () => {
    editor.duplicateShapes = stock
  }
}

/** Its coordinates are its parent's: they change with it, and with nothing else meanwhile. */
function stayIn(previous: TLShape, next: TLShape): TLShape {
  const { index, parentId, x, y, rotation } = previous
  return next.parentId === parentId ? { ...next, index } : { ...next, index, parentId, x, y, rotation }
}

/** What is pasted goes into what is selected; between a frame and what lies deeper than it tldraw cannot choose. */
function pasteOverMixedSelections(editor: Editor): () => void {
  const stock = editor.putContentOntoCurrentPage
  const putContent = stock.bind(editor)
  editor.putContentOntoCurrentPage = (content: TLContent, options) => {
    const selected = editor.getSelectedShapes()
    const frames = selected.filter(({ type }) => type === 'frame')
    if (frames.length > 0 && frames.length < selected.length) editor.setSelectedShapes(frames)
    return putContent(content, options)
  }
  return () => {
    editor.putContentOntoCurrentPage = stock
  }
}
