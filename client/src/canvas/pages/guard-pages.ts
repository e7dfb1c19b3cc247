import type { Editor, TLPageId } from 'tldraw'
import { firstPageId } from '#shared/board/new-board.ts'
import { type CanvasContext, mayChangeZones } from '../canvas-context.ts'

/**
 * Keeps pages in facilitators' hands, and the first one, and what has something on it, where it is. The server holds
 * this as well; here it is so that nobody does by mistake what is then taken back.
 *
 * @returns the stop.
 */
export function guardPages(editor: Editor, context: CanvasContext): () => void {
  const { sideEffects } = editor
  const takenAway = new Set<TLPageId>()
  const stops = [
    sideEffects.registerAfterCreateHandler('page', (page, source) => {
      if (source !== 'user' || mayChangeZones(context)) return
      // Made and taken away within one operation: nothing of it reaches the document.
      takenAway.add(page.id)
      editor.store.remove([page.id])
      takenAway.delete(page.id)
    }),
    sideEffects.registerBeforeChangeHandler('page', (previous, next, source) =>
      source === 'user' && !mayChangeZones(context) ? previous : next,
    ),
    sideEffects.registerBeforeDeleteHandler('page', (page, source) => {
      if (source !== 'user' || takenAway.has(page.id)) return
      const isNeeded = page.id === firstPageId || editor.getSortedChildIdsForParent(page.id).length > 0
      return isNeeded || !mayChangeZones(context) ? false : undefined
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
