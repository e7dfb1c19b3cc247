import { type Editor, type TLPointerEventInfo, type TLSelectionHandle, Vec } from 'tldraw'

export type Point = { readonly x: number; readonly y: number }

/** A pointer on the board, at places of the page: through tldraw's own tools, as a person's mouse is. */
export function pointerOn(
  editor: Editor,
  held: { readonly ctrlKey?: boolean; readonly handle?: TLSelectionHandle } = {},
) {
  const { ctrlKey = false, handle } = held
  return (name: TLPointerEventInfo['name'], at: Point): void => {
    // Held before anything is in hand, it means to choose with a frame.
    const isCtrl = ctrlKey && name !== 'pointer_down'
    editor.dispatch({
      ...{ type: 'pointer', name, pointerId: 1, button: 0, isPen: false, point: Vec.From(editor.pageToScreen(at)) },
      ...{ shiftKey: false, altKey: false, ctrlKey: isCtrl, metaKey: false, accelKey: isCtrl },
      ...(handle ? { target: 'selection', handle } : { target: 'canvas' }),
    })
    editor.emit('tick', 16)
  }
}

/** From one place to another, with a stop between them. */
export function dragOn(editor: Editor, from: Point, to: Point, held: Parameters<typeof pointerOn>[1] = {}): void {
  const pointer = pointerOn(editor, held)
  pointer('pointer_down', from)
  pointer('pointer_move', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  pointer('pointer_move', to)
  pointer('pointer_up', to)
}
