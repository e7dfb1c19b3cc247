import type { Editor, TLFontFace } from 'tldraw'

/**
 * Leaves tldraw's letters away and the device's in their place. tldraw waits for those a board uses before it shows
 * anything, and fetches the other sixteen files, 1.3 MB, as soon as it does: over a slow line that is three minutes in
 * which nobody's note gets through.
 */
export function keepDeviceFonts(editor: Editor): void {
  editor.fonts.ensureFontIsLoaded = async () => undefined
}

/** Until somebody has had time to write a first note. */
const afterMs = 3_000

/** What notes are written in: see `CanvasParts`. */
const noteFamily = 'tldraw_sans'

/**
 * tldraw asks for all its letters in the turn in which it is shown, so that whoever chooses others need not wait. Those
 * that neither a new note nor anything on the page is written in wait until the board stands.
 */
export function bringOtherFontsLater(editor: Editor): void {
  const { fonts } = editor
  const used = new Set([...editor.getCurrentPageShapeIds()].flatMap((id) => fonts.getShapeFontFaces(id)))
  const later: TLFontFace[] = []
  const load = fonts.ensureFontIsLoaded
  fonts.ensureFontIsLoaded = async (font) => {
    if (font.family === noteFamily || used.has(font)) await load.call(fonts, font)
    else later.push(font)
  }
  // After tldraw's own, which stands in the queue already.
  queueMicrotask(() => {
    fonts.ensureFontIsLoaded = load
  })
  editor.timers.setTimeout(() => fonts.requestFonts(later), afterMs)
}
