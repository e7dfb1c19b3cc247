import type { Editor, TLShape } from 'tldraw'
import type { FieldHistory } from './history/keep-history-by-field.ts'

/** A part of a unit that a short float holds exactly: nobody sees less, even at the closest zoom. */
const finestStep = 1 / 16

/**
 * Puts what is dragged on whole units, or on sixteenths where one would see the difference: seen from near, or lined up
 * with something. A drag is sent sixty times a second, and a fraction as the pointer gives it is four times as long as a
 * whole number. The drag starts anew from where it began in each step, so nothing adds up.
 *
 * @returns the stop.
 */
export function roundDraggedPlaces(editor: Editor, history: FieldHistory): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('shape', (previous, next, source) => {
    if (source !== 'user' || history.isApplying || (next.x === previous.x && next.y === previous.y)) return next
    if (!editor.isIn('select.translating')) return next
    const isExact = editor.getZoomLevel() > 1 || editor.snaps.getIndicators().length > 0
    return rounded(next, isExact ? finestStep : 1)
  })
}

function rounded(shape: TLShape, step: number): TLShape {
  const [x, y] = [Math.round(shape.x / step) * step, Math.round(shape.y / step) * step]
  return x === shape.x && y === shape.y ? shape : { ...shape, x, y }
}
