import { type Editor, react, TLPOINTER_ID } from 'tldraw'
import { isSame } from '#shared/board/board-records.ts'
import { type AwarenessState, awarenessStateSchema, maxSelectionShown } from '#shared/protocol/awareness.ts'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { clientIdOf } from './user-id.ts'

/** Nobody looks at a view that changes; for those who follow it must still move, not jump. */
const quietIntervalMs = 1_000
const followedIntervalMs = 100

/**
 * Tells the others what this person is doing: her pointer as it moves, all else only when it changes.
 *
 * @param isAlone - Shapes that nobody else sees: what she does with them is nobody's to know.
 * @returns the stop.
 */
export function publishPresence(
  editor: Editor,
  connection: BoardConnection,
  isAlone: (shapeId: string) => boolean,
): () => void {
  const { awareness } = connection
  let timer: ReturnType<typeof setTimeout> | undefined
  let isEditingShown: string | null = null
  let isLaserShown = false

  const isFollowed = () =>
    [...awareness.getStates().values()].some((state) => {
      const parsed = awarenessStateSchema.safeParse(state)
      return parsed.success && parsed.data.following === awareness.clientID
    })

  const publish = () => {
    timer = undefined
    const current = awareness.getLocalState() ?? {}
    const next = { ...current, ...describe(editor, isAlone) }
    isEditingShown = editor.getEditingShapeId()
    isLaserShown = isLasering(editor)
    if (!isSame(current, next)) awareness.setLocalState(next)
  }
  const stopState = react('publish presence', () => {
    describe(editor, isAlone)
    // Who starts to type in a note is told at once: others may be about to. A laser is of the moment.
    if (editor.getEditingShapeId() !== isEditingShown || isLasering(editor) !== isLaserShown) {
      clearTimeout(timer)
      publish()
      return
    }
    timer ??= setTimeout(publish, isFollowed() ? followedIntervalMs : quietIntervalMs)
  })

  const stopPointer = react('publish pointer', () => {
    const pointer = editor.store.get(TLPOINTER_ID)
    if (pointer && pointer.lastActivityTimestamp > 0) connection.publishCursor({ x: pointer.x, y: pointer.y })
  })
  const container = editor.getContainer()
  const onLeave = () => connection.publishCursor(null)
  container.addEventListener('pointerleave', onLeave)

  return () => {
    clearTimeout(timer)
    stopState()
    stopPointer()
    container.removeEventListener('pointerleave', onLeave)
    connection.publishCursor(null)
  }
}

function describe(editor: Editor, isAlone: (shapeId: string) => boolean): AwarenessState {
  const { x, y, w, h } = editor.getViewportPageBounds()
  const editing = editor.getEditingShapeId()
  const isSeen = (id: string) => !isAlone(id)
  return {
    pageId: editor.getCurrentPageId(),
    editing: editing !== null && isSeen(editing) ? editing : null,
    selection: editor.getSelectedShapeIds().filter(isSeen).slice(0, maxSelectionShown),
    view: { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) },
    laser: isLasering(editor),
    following: clientIdOf(editor.getInstanceState().followingUserId),
  }
}

function isLasering(editor: Editor): boolean {
  return editor.isIn('laser.lasering')
}
