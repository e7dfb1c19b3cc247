import { isSlowLine } from '../sync/slow-line.ts'
import type { KeepMessage } from './cache-names.ts'

/** Whether this address can be opened again without a line: browsers allow service workers on https and localhost only. */
export function canOpenWithoutLine(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator
}

/** Whether it has kept all that takes: in the first moments, while data is saved, and in some private windows it has not. */
export async function isKeptForLater(boardId: string): Promise<boolean> {
  if (!canOpenWithoutLine()) return false
  try {
    const [worker, ...kept] = await Promise.all([
      navigator.serviceWorker.getRegistration(),
      // The page comes last, once all of its files are there.
      caches.match('/'),
      caches.match(`/api/boards/${boardId}`, { ignoreVary: true }),
    ])
    return worker?.active != null && kept.every((answer) => answer !== undefined)
  } catch {
    return false
  }
}

/** Has the browser keep what it takes to open the board again without a line. Where it will not, nothing changes. */
export async function keepForLater(boardId: string): Promise<void> {
  if (!canOpenWithoutLine()) return
  try {
    await navigator.serviceWorker.register('/sw.js')
    const { active } = await navigator.serviceWorker.ready
    const message: KeepMessage = { type: 'keep', boardId, files: loadedFiles(), isSparing: isSlowLine() }
    active?.postMessage(message)
  } catch {
    // Private windows of some browsers have the interface and refuse its use.
  }
}

/** The app's own files that this page has loaded: its code, styles, words and letters. */
function loadedFiles(): string[] {
  const urls = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const paths = urls.flatMap(({ origin, pathname }) => (origin === location.origin ? [pathname] : []))
  return [...new Set(paths)].filter((path) => path.startsWith('/assets/'))
}
