import type { Editor } from 'tldraw'

/** `editor.focus()` alone does nothing while the editor thinks that it has the focus, though the page gave it away. */
export function focusCanvas(editor: Editor): void {
  editor.focus()
  const container = editor.getContainer()
  if (!container.contains(document.activeElement)) container.focus()
}
