/**
 * Puts text on the clipboard. `navigator.clipboard` needs https or localhost, and rooms are often reached by a plain
 * address of the local network; there the old command does it.
 *
 * @returns false when neither way is allowed: the text must then be selected by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused by the browser's settings; the old way may still be allowed.
    }
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  // Inside an open dialog, whose focus trap would take the selection away from anything outside it.
  const parent = focused?.closest('[role="dialog"]') ?? document.body
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'visually-hidden'
  parent.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
