import { Mat, type TLContent, type TLShape } from 'tldraw'
import { fitsLayer } from '../binding/homes.ts'

/** What of copied content may be alone: what was in frames and groups lies where it lay, by itself. */
export function singleShapes(content: TLContent): TLContent {
  const all = new Map<string, TLShape>(content.shapes.map((shape) => [shape.id, shape]))
  const placeOf = ({ x, y, rotation, parentId }: TLShape): Mat => {
    const own = Mat.Compose(Mat.Translate(x, y), Mat.Rotate(rotation))
    const parent = all.get(parentId)
    return parent ? Mat.Compose(placeOf(parent), own) : own
  }
  const outermost = (shape: TLShape): TLShape => {
    const parent = all.get(shape.parentId)
    return parent ? outermost(parent) : shape
  }
  const shapes = content.shapes.filter(fitsLayer).map((shape) => {
    if (!all.has(shape.parentId)) return shape
    const place = Mat.Decompose(placeOf(shape))
    return { ...shape, x: place.x, y: place.y, rotation: place.rotation, parentId: outermost(shape).parentId }
  })
  const ids = new Set<string>(shapes.map(({ id }) => id))
  return {
    ...content,
    shapes,
    rootShapeIds: shapes.map(({ id }) => id),
    bindings: content.bindings?.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
  }
}
