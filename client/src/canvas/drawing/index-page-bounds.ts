import { atom, type Box, computed, type Editor, react, type Signal, type TLShapeId } from 'tldraw'

export type PageBounds = ReadonlyMap<TLShapeId, Box>

/**
 * Where each shape lies on the page, kept up to date by one reaction, and what is out of view worked out from it.
 * tldraw asks every shape's own signals anew whenever the view moves: with 2,000 notes some 10 ms a frame (measured).
 */
export function indexPageBounds(editor: Editor): { readonly bounds: Signal<PageBounds>; stop(): void } {
  const bounds = atom<PageBounds>('page bounds', new Map())
  const stop = react('index page bounds', () => {
    const next = new Map<TLShapeId, Box>()
    for (const id of editor.getCurrentPageShapeIds()) {
      const box = editor.getShapePageBounds(id)
      if (box) next.set(id, box)
    }
    bounds.set(next)
  })

  const stock = editor.getNotVisibleShapes
  const unseen = computed<Set<TLShapeId>>('not visible shapes', (previous) => {
    const view = editor.getViewportPageBounds()
    const next = new Set<TLShapeId>()
    // What is not known yet was made a moment ago, and is seen until it is.
    for (const [id, box] of bounds.get()) if (!view.includes(box)) next.add(id)
    return previous instanceof Set && isEqual(previous, next) ? previous : next
  })
  editor.getNotVisibleShapes = () => unseen.get()

  return {
    bounds,
    stop() {
      stop()
      editor.getNotVisibleShapes = stock
    },
  }
}

function isEqual<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false
  for (const item of a) if (!b.has(item)) return false
  return true
}
