import { type Editor, isPageId, react, type TLPageId, unsafe__withoutCapture } from 'tldraw'
import type { BoardConnection } from '../sync/board-connection.ts'
import { zonesOfPage } from './handle/board-content.ts'
import { isNarrow, showBounds } from './show-bounds.ts'

const writeDelayMs = 500

/**
 * Shows the board as this tab last saw it, or whole on the first visit, and remembers where the person goes. A reload
 * must not lose her place; a new tab begins with the whole of the page that she was on. Where the line keeps no place,
 * each page is shown whole at first, and nothing is remembered.
 *
 * @returns the stop.
 */
export function keepCamera(
  editor: Editor,
  { boardId, keepsPlace }: Pick<BoardConnection, 'boardId' | 'keepsPlace'>,
  dir: 'ltr' | 'rtl',
): () => void {
  editor.updateViewportScreenBounds(editor.getContainer())
  const pageKey = `tablecloth:page:${boardId}`
  const keptPage = keepsPlace ? (readKept('tab', pageKey) ?? readKept('device', pageKey)) : null
  if (keptPage !== null && isPageId(keptPage) && editor.getPage(keptPage) && keptPage !== editor.getCurrentPageId()) {
    editor.run(() => editor.setCurrentPage(keptPage), { history: 'ignore' })
  }

  const seen = new Set<TLPageId>()
  const stopShowing = react('show page', () => {
    const pageId = editor.getCurrentPageId()
    if (seen.has(pageId)) return
    seen.add(pageId)
    const kept = keepsPlace ? parseCamera(readKept('tab', cameraKey(boardId, pageId))) : undefined
    unsafe__withoutCapture(() => {
      if (kept) editor.setCamera(kept, { force: true, immediate: true })
      else showFirstView(editor, dir)
    })
  })

  if (!keepsPlace) return stopShowing

  const timers = new Map<TLPageId, ReturnType<typeof setTimeout>>()
  const stopCamera = react('keep camera', () => {
    const { x, y, z } = editor.getCamera()
    const pageId = editor.getCurrentPageId()
    clearTimeout(timers.get(pageId))
    const write = () => keep('tab', cameraKey(boardId, pageId), JSON.stringify({ x, y, z }))
    timers.set(pageId, setTimeout(write, writeDelayMs))
  })
  const stopPage = react('keep page', () => {
    const pageId = editor.getCurrentPageId()
    if (editor.getPages().length < 2) return
    keep('tab', pageKey, pageId)
    keep('device', pageKey, pageId)
  })
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    for (const stop of [stopShowing, stopCamera, stopPage]) stop()
  }
}

function cameraKey(boardId: string, pageId: TLPageId): string {
  return `tablecloth:camera:${boardId}:${pageId}`
}

/** A phone would show a whole template as crumbs: there the first zone it is. */
function showFirstView(editor: Editor, dir: 'ltr' | 'rtl'): void {
  const firstZone = isNarrow(editor) ? zonesOfPage(editor)[0] : undefined
  const bounds = firstZone ? editor.getShapePageBounds(firstZone) : editor.getCurrentPageBounds()
  if (bounds) showBounds(editor, bounds, { dir, isImmediate: true })
}

function parseCamera(text: string | null): { x: number; y: number; z: number } | undefined {
  if (text === null) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value) || !('z' in value)) return
    const { x, y, z } = value
    const isUsable = [x, y, z].every((number) => typeof number === 'number' && Number.isFinite(number))
    return isUsable && Number(z) > 0 ? { x: Number(x), y: Number(y), z: Number(z) } : undefined
  } catch {
    // Somebody else's or a torn entry: the first view it is.
    return undefined
  }
}

type Where = 'tab' | 'device'
const storageOf = (where: Where) => (where === 'tab' ? sessionStorage : localStorage)

/** Storage may be switched off; the place is then forgotten, which is no fault. */
function readKept(where: Where, key: string): string | null {
  try {
    return storageOf(where).getItem(key)
  } catch {
    return null
  }
}

function keep(where: Where, key: string, value: string): void {
  try {
    storageOf(where).setItem(key, value)
  } catch {
    // See readKept.
  }
}
