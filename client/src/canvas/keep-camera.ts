import { type Editor, react } from 'tldraw'
import { readZones } from './handle/board-content.ts'
import { isNarrow, showBounds } from './show-bounds.ts'

const writeDelayMs = 500

/**
 * Shows the board as this tab last saw it, or whole on the first visit, and remembers where the person goes. A reload
 * must not lose her place; a new tab begins with the whole.
 *
 * @returns the stop.
 */
export function keepCamera(editor: Editor, boardId: string, dir: 'ltr' | 'rtl'): () => void {
  const key = `tablecloth:camera:${boardId}`
  editor.updateViewportScreenBounds(editor.getContainer())
  const kept = parseCamera(readSession(key))
  if (kept) editor.setCamera(kept, { force: true, immediate: true })
  else showFirstView(editor, dir)

  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = react('keep camera', () => {
    const { x, y, z } = editor.getCamera()
    clearTimeout(timer)
    timer = setTimeout(() => writeSession(key, JSON.stringify({ x, y, z })), writeDelayMs)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** A phone would show a whole template as crumbs: there the first zone it is. */
function showFirstView(editor: Editor, dir: 'ltr' | 'rtl'): void {
  const firstZone = isNarrow(editor) ? readZones(editor)[0] : undefined
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

/** Storage may be switched off; the place is then forgotten, which is no fault. */
function readSession(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function writeSession(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // See readSession.
  }
}
