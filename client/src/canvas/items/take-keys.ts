import type { Editor } from 'tldraw'

const writing = 'input, textarea, select, [contenteditable="true"]'

/**
 * Hands keys to somebody before the canvas has them, while nobody writes.
 *
 * @param take - says whether it has used the key
 * @returns the stop.
 */
export function takeKeys(editor: Editor, take: (key: string) => boolean): () => void {
  const container = editor.getContainer()
  const down = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || editor.getEditingShapeId() !== null) return
    if (event.target instanceof Element && event.target.closest(writing)) return
    if (!take(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  container.addEventListener('keydown', down, { capture: true })
  return () => container.removeEventListener('keydown', down, { capture: true })
}
