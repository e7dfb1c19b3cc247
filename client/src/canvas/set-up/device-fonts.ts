import type { Editor } from 'tldraw'

/**
 * Leaves tldraw's letters away and the device's in their place. tldraw waits for those a board uses before it shows
 * anything, and fetches the other sixteen files, 1.3 MB, as soon as it does: over a slow line that is three minutes in
 * which nobody's note gets through.
 */
export function keepDeviceFonts(editor: Editor): void {
  editor.fonts.ensureFontIsLoaded = async () => undefined
}
