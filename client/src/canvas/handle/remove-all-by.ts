import type { Editor, TLBinding, TLShape } from 'tldraw'
import type { RemovedShapes } from '../canvas-handle.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'

/**
 * Takes away what one person has made, in one step of history. What others have put into a frame of hers stays: it
 * moves out first.
 */
export function removeAllBy(editor: Editor, participantId: string): RemovedShapes {
  const hers = editor
    .getCurrentPageShapes()
    .filter((shape) => shape.meta.by === participantId && !isZoneShape(shape) && !shape.isLocked)
  if (hers.length === 0) return { count: 0, undo: () => undefined }
  const ids = new Set<string>(hers.map(({ id }) => id))
  editor.markHistoryStoppingPoint('remove all by a person')
  const removed: (TLShape | TLBinding)[] = []
  editor.run(() => {
    const strangers = hers.flatMap(({ id }) => editor.getSortedChildIdsForParent(id)).filter((id) => !ids.has(id))
    if (strangers.length > 0) editor.reparentShapes(strangers, editor.getCurrentPageId())
    removed.push(...hers.flatMap(({ id }) => editor.getBindingsInvolvingShape(id)), ...hers)
    editor.deleteShapes(hers)
  })
  return {
    count: hers.length,
    undo() {
      if (editor.isDisposed) return
      const missing = removed.filter(({ id }) => !editor.store.has(id))
      const shapes = missing.filter((record) => record.typeName === 'shape')
      const bindings = missing.filter((record) => record.typeName === 'binding')
      editor.markHistoryStoppingPoint('put back all by a person')
      editor.run(() => {
        const returning = shapes.map((shape) => withParent(editor, shape, ids))
        editor.store.put(returning)
        // What is new is stamped with who puts it there; these have a maker.
        editor.store.put(returning)
        // An arrow's end may have gone meanwhile.
        editor.store.put([
          ...new Map(
            bindings
              .filter(({ fromId, toId }) => editor.store.has(fromId) && editor.store.has(toId))
              .map((binding) => [binding.id, binding] as const),
          ).values(),
        ])
      })
    },
  }
}

/** What it lay in may have gone meanwhile. */
function withParent(editor: Editor, shape: TLShape, returning: ReadonlySet<string>): TLShape {
  const isThere = editor.store.has(shape.parentId) || returning.has(shape.parentId)
  return isThere ? shape : { ...shape, parentId: editor.getCurrentPageId() }
}
