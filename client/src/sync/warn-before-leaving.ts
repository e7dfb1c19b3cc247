import type { BoardConnection } from './board-connection.ts'
import type { Readable } from './readable.ts'

export type Leavable = {
  readonly connection: Readable<BoardConnection | undefined>
  /** Whether what is unsaved is there when somebody comes back. */
  readonly isKept: Readable<boolean>
}

/**
 * Lets the browser ask "Leave site?" while changes are on their way, and while leaving would lose them. What waits on
 * the device for a line can wait without the page.
 *
 * @returns the stop.
 */
export function warnBeforeLeaving({ connection, isKept }: Leavable, target: Window): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const line = connection.get()
    const saving = line?.saving.get()
    if (!saving || saving.status === 'saved' || saving.unsaved === 0) return
    if (saving.status === 'offline' && isKept.get()) return
    event.preventDefault()
  }
  target.addEventListener('beforeunload', onBeforeUnload)
  return () => target.removeEventListener('beforeunload', onBeforeUnload)
}
