import { type Editor, isShapeId, type VecLike } from 'tldraw'
import { findZonesInView } from '../handle/zones-in-view.ts'
import { isNarrow } from '../show-bounds.ts'

/**
 * Where what comes without a point of its own goes: into the middle. On a phone a zone that was gone to is at the top,
 * and the middle is that of the next one, perhaps somebody else's: there it is the middle of the topmost.
 */
export function placeInView(editor: Editor): VecLike {
  const view = editor.getViewportPageBounds()
  if (!isNarrow(editor)) return view.center
  const [zone] = findZonesInView(editor)
    .flatMap((id) => (isShapeId(id) ? (editor.getShapePageBounds(id) ?? []) : []))
    .sort((one, other) => one.minY - other.minY)
  if (!zone) return view.center
  // Of the zone, what is in view.
  const middle = (from: number, to: number, least: number, most: number) =>
    (Math.max(from, least) + Math.min(to, most)) / 2
  return {
    x: middle(zone.minX, zone.maxX, view.minX, view.maxX),
    y: middle(zone.minY, zone.maxY, view.minY, view.maxY),
  }
}
