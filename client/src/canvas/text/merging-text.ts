import { Extension } from '@tiptap/core'
import { AllSelection, Plugin } from 'prosemirror-state'
import { defaultAddFontsFromNode, type Editor, type TLTextOptions, tipTapDefaultExtensions } from 'tldraw'
import { redo, undo, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type { StoreBinding } from '../binding/bind-store.ts'

/** Where the text editor finds the canvas it is opened on. */
export interface MergingTextHost {
  editor: Editor | undefined
  /** What the text is called to those who do not see it. */
  label: string
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
      const name = new Plugin({ props: { attributes: () => ({ 'aria-label': host.label, 'aria-multiline': 'true' }) } })
      const shapeId = host.editor?.getEditingShapeId()
      if (!shapeId) return [name]
      // A note that was made a moment ago may still wait for its frame, and with it its text.
      host.binding.flushOutbound()
      const text = host.binding.textOf(shapeId)
      if (!text) return [name]
      host.binding.setMergingShape(shapeId)
      return [name, ySyncPlugin(text), yUndoPlugin()]
    },
    addCommands() {
      return {
        // tldraw selects all of a note that it opens. What two people write in must not be replaced by the next key, so
        // the caret stays at the end, where `autofocus` put it.
        selectAll:
          () =>
          ({ tr }) => {
            if (this.editor.isInitialized) tr.setSelection(new AllSelection(tr.doc))
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
    tipTapConfig: {
      autofocus: 'end',
      extensions: [...extensions, mergingText],
    },
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
