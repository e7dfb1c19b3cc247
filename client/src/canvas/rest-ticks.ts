import type { Editor } from 'tldraw'

/** The ends of what somebody did: tldraw's pointer still has some speed, and a camera that moved comes to rest. */
const restAfterMs = 500

type Ticks = { start(): void; dispose(): void }

/**
 * tldraw asks for every frame as long as it is open, whether anything happens or not: a tenth of a core, on every phone
 * on the table, all morning. Its ticks are for what goes on between two inputs (a drag at the edge, a camera on its way,
 * a laser's trail), so they rest when there is no such thing, and go on with the next input. What others change is
 * drawn without them.
 *
 * @returns the stop: the ticks go on as tldraw has them.
 */
export function restTicks(editor: Editor): () => void {
  const ticks: unknown = Reflect.get(editor, '_tickManager')
  if (!isTicks(ticks)) return () => undefined
  const { dispatch, on, once, inputs } = editor
  let quietMs = 0
  let isResting = false

  const stir = () => {
    quietMs = 0
    if (!isResting || editor.isDisposed) return
    isResting = false
    ticks.start()
  }
  const isGoingOn = () =>
    inputs.isPointing ||
    inputs.isDragging ||
    inputs.isPinching ||
    inputs.isPanning ||
    editor.scribbles.scribbleItems.size > 0 ||
    // Two are always there: tldraw's own, which handles input, and this one.
    editor.listenerCount('tick') > 2 ||
    editor.listenerCount('frame') > 0
  const lookOn = (elapsedMs: number) => {
    quietMs = isGoingOn() ? 0 : quietMs + elapsedMs
    if (quietMs < restAfterMs) return
    isResting = true
    // It stops asking for frames, and can be started again.
    ticks.dispose()
  }

  editor.on('tick', lookOn)
  editor.dispatch = (info) => {
    stir()
    return dispatch.call(editor, info)
  }
  editor.on = (...listening) => {
    stir()
    return Reflect.apply(on, editor, listening)
  }
  editor.once = (...listening) => {
    stir()
    return Reflect.apply(once, editor, listening)
  }
  return () => {
    Object.assign(editor, { dispatch, on, once })
    editor.off('tick', lookOn)
    stir()
  }
}

function isTicks(value: unknown): value is Ticks {
  return typeof value === 'object' && value !== null && 'start' in value && 'dispose' in value
}
