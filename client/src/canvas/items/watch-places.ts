import { type Editor, isShapeId, react, type TLShape } from 'tldraw'
import { shareStructure } from '../binding/share-structure.ts'
import type { ItemPlace, PlacesInView } from './canvas-items.ts'

/** Beyond the view by as much as a short move brings in. */
const marginPx = 160

/**
 * Tells where shapes lie, for what is put over the canvas at the size of the page: at most once a frame, and only when
 * something of it is another. While the view only moves, nothing is: the layer moves as a whole.
 *
 * @returns the stop.
 */
export function watchPlaces(editor: Editor, ids: readonly string[], take: (places: PlacesInView) => void): () => void {
  let told: PlacesInView | undefined
  let frame: number | undefined
  const stop = react(
    'places',
    () => {
      const next = shareStructure(told, readPlaces(editor, ids))
      if (next === told) return
      told = next
      take(next)
    },
    {
      scheduleEffect(execute) {
        frame ??= editor.timers.requestAnimationFrame(() => {
          frame = undefined
          execute()
        })
      },
    },
  )
  return () => {
    stop()
    if (frame !== undefined) cancelAnimationFrame(frame)
  }
}

function readPlaces(editor: Editor, ids: readonly string[]): PlacesInView {
  const zoom = editor.getZoomLevel()
  const view = editor
    .getViewportPageBounds()
    .clone()
    .expandBy(marginPx / zoom)
  const places = ids.flatMap((id): ItemPlace[] => {
    const found = isShapeId(id) ? editor.getShape(id) : undefined
    const shape = found && editor.isShapeInPage(found) ? found : undefined
    const bounds = shape && editor.getShapePageBounds(shape)
    if (!shape || !bounds?.collides(view)) return []
    const { x, y, w, h } = bounds
    return [{ id, x: x * zoom, y: y * zoom, w: w * zoom, h: h * zoom, picture: framedIn(editor, shape, zoom) }]
  })
  return { zoom, places }
}

function framedIn(editor: Editor, shape: TLShape, zoom: number): ItemPlace['picture'] {
  if (shape.type !== 'image') return undefined
  const { w, h } = editor.getShapeGeometry(shape).bounds
  const transform = editor.getShapePageTransform(shape)
  const { x, y } = transform.point()
  return { x: x * zoom, y: y * zoom, w: w * zoom, h: h * zoom, rotation: transform.rotation() }
}
