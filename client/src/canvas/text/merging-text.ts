import { Extension } from '@tiptap/core'
import { AllSelection } from 'prosemirror-state'
import { defaultAddFontsFromNode, type Editor, type TLTextOptions, tipTapDefaultExtensions } from 'tldraw'
import { redo, undo, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror'
import type { StoreBinding } from '../binding/bind-store.ts'

/** Where the text editor finds the canvas it is opened on. */
export interface MergingTextHost {
  editor: Editor | undefined
  readonly binding: StoreBinding
}

/**
 * Text options under which tldraw's own text editor writes into the document's merging text: two people who type in one
 * note both keep every word. Make them once for each canvas: a new object makes tldraw build its text editor anew.
 */
export function createMergingText(host: MergingTextHost): TLTextOptions {
  const mergingText = Extension.create({
    name: 'mergingText',
    addProseMirrorPlugins() {
      const shapeId = host.editor?.getEditingShapeId()
      if (!shapeId) return []
      // A note that was made a moment ago may still wait for its frame, and with it its text.
      host.binding.flushOutbound()
      const text = host.binding.records.text(shapeId)
      if (!text) return []
      host.binding.setMergingShape(shapeId)
      return [ySyncPlugin(text), yUndoPlugin()]
    },
    addStorage: () => ({ isTypedIn: false }),
    onTransaction({ transaction }) {
      if (transaction.docChanged && !transaction.getMeta(ySyncPluginKey)) this.storage.isTypedIn = true
    },
    addCommands() {
      return {
        // tldraw selects all a moment after it has opened the editor; by then the first words may be in it.
        selectAll:
          () =>
          ({ tr, commands }) => {
            if (!this.editor.isInitialized && this.storage.isTypedIn) return commands.focus('end')
            tr.setSelection(new AllSelection(tr.doc))
            return true
          },
      }
    },
    addKeyboardShortcuts() {
      return {
        'Mod-z': ({ editor }) => undo(editor.state),
        'Mod-y': ({ editor }) => redo(editor.state),
        'Shift-Mod-z': ({ editor }) => redo(editor.state),
      }
    },
  })
  const extensions = tipTapDefaultExtensions.map((extension) =>
    // Its history takes back what others typed; the merging text brings one that does not.
    extension.name === 'starterKit' && 'configure' in extension ? extension.configure({ history: false }) : extension,
  )
  return {
    addFontsFromNode: defaultAddFontsFromNode,
    tipTapConfig: { autofocus: 'end', extensions: [...extensions, mergingText] },
  }
}

/**
 * Ends the merging when the text editor closes.
 *
 * @returns the stop.
 */
export function followEditing(editor: Editor, binding: StoreBinding): () => void {
  const stop = editor.sideEffects.registerAfterChangeHandler('instance_page_state', (previous, next) => {
    if (previous.editingShapeId !== null && next.editingShapeId !== previous.editingShapeId) {
      binding.setMergingShape(undefined)
    }
  })
  return () => {
    stop()
    binding.setMergingShape(undefined)
  }
}
