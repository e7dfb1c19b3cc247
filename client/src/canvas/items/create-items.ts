import { type Editor, isShapeId, react } from 'tldraw'
import { createWritable } from '../../sync/readable.ts'
import type { Homes } from '../binding/homes.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { watch } from '../handle/watch.ts'
import { addNotes } from './add-notes.ts'
import { sortZone } from './arrange-items.ts'
import type { CanvasItems } from './canvas-items.ts'
import { copyInto } from './copy-into.ts'
import { fitting } from './part-of.ts'
import { putCopies } from './put-copies.ts'
import { readItems } from './read-items.ts'
import { takeKeys } from './take-keys.ts'
import { takeTaps } from './take-taps.ts'
import { watchPlaces } from './watch-places.ts'

export function createItems(
  editor: Editor,
  context: CanvasContext,
  homes: Pick<Homes, 'copyTo'>,
): { readonly items: CanvasItems; stop(): void } {
  const selectedId = createWritable<string | undefined>(undefined)
  // At once: the next key is meant for it.
  const stop = react('selected', () => {
    const [first, second] = editor.getSelectedShapeIds()
    selectedId.set(second === undefined ? first : undefined)
  })
  const selectedIds = watch('all selected', () => [...editor.getShapeAndDescendantIds(editor.getSelectedShapeIds())])
  return {
    items: {
      overlay: context.overlay,
      selectedId,
      selectedIds: selectedIds.value,
      carried: context.carried,
      select(id) {
        if (isShapeId(id) && editor.getShape(id)) editor.setCurrentTool('select').setSelectedShapes([id])
      },
      watch(take) {
        const items = watch('items', () => readItems(editor, context))
        const stop = items.value.subscribe(() => take(items.value.get()))
        take(items.value.get())
        return () => {
          stop()
          items.stop()
        }
      },
      watchPlaces: (ids, take) => watchPlaces(editor, ids, take),
      takeKeys: (take) => takeKeys(editor, take),
      takeTaps: (ids, take) => takeTaps(editor, ids, take),
      sortZone: (zoneId, scores) => sortZone(editor, context, zoneId, scores),
      addNotes: (zoneId, texts) => addNotes(editor, context, zoneId, texts),
      // What everybody has goes to everybody, also while one writes alone.
      fitting: (zoneId, ids) => fitting(editor, context, zoneId, ids),
      copyInto: (items) => homes.copyTo('board', () => copyInto(editor, context, items)),
      putCopies: (groups) => homes.copyTo('board', () => putCopies(editor, context, groups)),
    },
    stop() {
      stop()
      selectedIds.stop()
    },
  }
}
