import { type Editor, react } from 'tldraw'

const writeDelayMs = 500

/**
 * Shows the board as this tab last saw it, or whole on the first visit, and remembers where the person goes. A reload
 * must not lose her place; a new tab begins with the whole.
 *
 * @returns the stop.
 */
export function keepCamera(editor: Editor, boardId: string): () => void {
  const key = `tablecloth:camera:${boardId}`
  editor.updateViewportScreenBounds(editor.getContainer())
  const kept = parseCamera(readSession(key))
  const bounds = editor.getCurrentPageBounds()
  if (kept) editor.setCamera(kept, { force: true, immediate: true })
  else if (bounds) editor.zoomToBounds(bounds, { inset: 48, force: true, immediate: true })

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
