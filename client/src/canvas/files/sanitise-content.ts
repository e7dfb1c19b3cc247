import { Mat, type TLAsset, type TLContent, type TLShape } from 'tldraw'
import { fileSourcePattern, refusedShapeTypes } from '#shared/board/record-schema.ts'
import { zoneShapeType } from '#shared/board/zone-shape.ts'

/**
 * What of somebody's clipboard may come onto this board: no zones (what lies in them comes), no films or foreign pages,
 * no pictures of other hosts. Pictures that travel inside the clipboard stay: the editor uploads them.
 *
 * @param zoneIds - zones that come all the same: they were cut here
 */
export function sanitiseContent(content: TLContent, zoneIds: ReadonlySet<string> = new Set()): TLContent {
  const assets = content.assets.flatMap(sanitiseAsset)
  const assetIds = new Set(assets.map(({ id }) => id))
  const byId = new Map(content.shapes.map((shape) => [String(shape.id), shape]))
  const isKept = (shape: TLShape): boolean => {
    if ((shape.type === zoneShapeType && !zoneIds.has(shape.id)) || refusedShapeTypes.has(shape.type)) return false
    const assetId = 'assetId' in shape.props ? shape.props.assetId : null
    return !assetId || assetIds.has(assetId)
  }
  const kept = content.shapes
    .filter(isKept)
    .map((shape) => (zoneIds.has(shape.parentId) ? shape : liftOutOfZones(shape, byId)))
  const keptIds = new Set(kept.map(({ id }) => String(id)))
  const bindings = content.bindings?.filter(({ fromId, toId }) => keptIds.has(fromId) && keptIds.has(toId))
  const rootShapeIds = kept.filter((shape) => !keptIds.has(shape.parentId)).map(({ id }) => id)
  return { ...content, assets, shapes: kept, bindings, rootShapeIds }
}

function liftOutOfZones(shape: TLShape, byId: ReadonlyMap<string, TLShape>): TLShape {
  const parent = byId.get(shape.parentId)
  if (parent?.type !== zoneShapeType) return shape
  const { x, y } = Mat.Compose(Mat.Translate(parent.x, parent.y), Mat.Rotate(parent.rotation)).applyToPoint(shape)
  return { ...shape, x, y, rotation: shape.rotation + parent.rotation, parentId: parent.parentId }
}

function sanitiseAsset(asset: TLAsset): TLAsset[] {
  if (asset.type === 'bookmark') return [{ ...asset, props: { ...asset.props, image: '', favicon: '' } }]
  if (asset.type !== 'image') return []
  const { src } = asset.props
  const isOurs = src === null || fileSourcePattern.test(src) || src.startsWith('data:image/')
  return isOurs ? [asset] : []
}
