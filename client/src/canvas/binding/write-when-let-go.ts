import type { Editor, TLEventInfo } from 'tldraw'
import type { StoreBinding } from './bind-store.ts'

/**
 * Writes what still waits of a movement when the pointer lets go: where something was put down is what others, and a
 * checkpoint, are to have of it.
 *
 * @returns the stop.
 */
export function writeWhenLetGo(editor: Editor, binding: Pick<StoreBinding, 'flushOutbound'>): () => void {
  // A pointer's event is told after the tools have heard of it: what they do at the end of a movement goes out with it.
  const onEvent = ({ name }: TLEventInfo) => {
    if (name === 'pointer_up') binding.flushOutbound()
  }
  editor.on('event', onEvent)
  return () => {
    editor.off('event', onEvent)
  }
}
