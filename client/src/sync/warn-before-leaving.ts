import type { BoardConnection } from './board-connection.ts'

/** Lets the browser ask "Leave site?" while changes are on their way. @returns the stop. */
export function warnBeforeLeaving(connection: BoardConnection, target: Window): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const saving = connection.saving.get()
    if (saving.status === 'saved' || saving.unsaved === 0) return
    event.preventDefault()
  }
  target.addEventListener('beforeunload', onBeforeUnload)
  return () => target.removeEventListener('beforeunload', onBeforeUnload)
}
