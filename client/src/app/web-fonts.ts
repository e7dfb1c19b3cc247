import { isSlowLine } from '../sync/slow-line.ts'
import { keepOnDevice } from '../ui/keep-on-device.ts'
import { whenIdle } from '../ui/when-idle.ts'

/**
 * Brings our own letters once the page stands; the device's serve until then, and for good on a slow line, where they
 * would take the place of the board. From then on they are in the browser's cache, and `boot.js` uses them at once.
 */
export function bringWebFonts(): void {
  const root = document.documentElement
  if (root.dataset.fonts) return
  whenIdle(() => {
    if (isSlowLine()) return
    root.dataset.fonts = 'here'
    keepOnDevice('tablecloth.fonts', 'here')
  })
}
