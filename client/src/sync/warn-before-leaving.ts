import type { BoardConnection } from './board-connection.ts'
import type { PictureSender } from './pictures/picture-sender.ts'
import type { Readable } from './readable.ts'

export type Leavable = {
  readonly connection: Readable<Pick<BoardConnection, 'saving'> | undefined>
  readonly pictures: Pick<PictureSender, 'states'>
  /** Whether what is unsaved is there when somebody comes back. */
  readonly isKept: Readable<boolean>
}

/**
 * Lets the browser ask "Leave site?" while changes are on their way, and while leaving would lose them. What waits on
 * the device for a line can wait without the page.
 *
 * @returns the stop.
 */
export function warnBeforeLeaving({ connection, pictures, isKept }: Leavable, target: Window): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const line = connection.get()
    const saving = line?.saving.get()
    if (!saving) return
    const unsaved = saving.status === 'saved' ? 0 : saving.unsaved
    if (unsaved + pictures.states.get().size === 0) return
    if (saving.status === 'offline' && isKept.get()) return
    event.preventDefault()
  }
  target.addEventListener('beforeunload', onBeforeUnload)
  return () => target.removeEventListener('beforeunload', onBeforeUnload)
}
