import {
  AssetRecordType,
  containBoxSize,
  createShapeId,
  type Editor,
  type TLAssetId,
  type TLImageAsset,
  type TLImageShape,
  type TLShapePartial,
  type VecLike,
} from 'tldraw'
import type { PreparedPicture } from './prepare-picture.ts'

/** A fresh photo is larger than a whole zone; it lands at a size that leaves room for notes, and can be pulled larger. */
const landingSize = 640

/** The fewest units a picture measures: an SVG may say nothing of its size. */
const leastSize = 32

/** An asset without a source: it gets one when the server has the picture. Until then others see that it is coming. */
export function imageAsset({ file, size, isAnimated }: PreparedPicture, assetId?: TLAssetId): TLImageAsset {
  return {
    id: assetId ?? AssetRecordType.createId(),
    typeName: 'asset',
    type: 'image',
    props: {
      ...{ name: file.name, src: null, mimeType: file.type, fileSize: file.size, isAnimated },
      ...{ w: Math.max(leastSize, size.w), h: Math.max(leastSize, size.h) },
    },
    meta: {},
  }
}

/** Puts the pictures side by side, their middle at `point`. */
export function placeImages(editor: Editor, assets: readonly TLImageAsset[], point: VecLike): boolean {
  const sizes = assets.map(({ props }) => containBoxSize(props, { w: landingSize, h: landingSize }))
  const gap = 20
  const width = sizes.reduce((sum, { w }) => sum + w + gap, -gap)
  let left = point.x - width / 2
  const partials = assets.map((asset, i): TLShapePartial<TLImageShape> => {
    const { w, h } = sizes[i] ?? asset.props
    const x = left
    left += w + gap
    return { id: createShapeId(), type: 'image', x, y: point.y - h / 2, props: { assetId: asset.id, w, h } }
  })
  if (!editor.canCreateShapes(partials)) return false
  editor.run(() => {
    editor.createAssets([...assets])
    editor.createShapes(partials)
    editor.select(...partials.map(({ id }) => id))
  })
  return true
}

/** Shows another picture in a shape; the one before comes back if this one does not get to the server. */
export function replaceImage(editor: Editor, shape: TLImageShape, asset: TLImageAsset): void {
  editor.run(() => {
    editor.createAssets([{ ...asset, meta: { replaces: shape.props.assetId } }])
    editor.updateShape({ id: shape.id, type: 'image', props: { assetId: asset.id, crop: null } })
  })
}

/** A picture that will not come: what showed it goes, or shows what it showed before. Nothing that undo would bring back. */
export function removeImage(editor: Editor, assetId: TLAssetId): void {
  const asset = editor.getAsset(assetId)
  const before = asset && editor.getAsset(String(asset.meta.replaces) as TLAssetId)
  const shapes = editor
    .getCurrentPageShapes()
    .filter((shape) => 'assetId' in shape.props && shape.props.assetId === assetId)
  editor.run(
    () => {
      if (before) {
        editor.updateShapes(shapes.map(({ id }) => ({ id, type: 'image', props: { assetId: before.id } })))
      } else editor.deleteShapes(shapes)
      if (asset) editor.deleteAssets([assetId])
    },
    { history: 'ignore', ignoreShapeLock: true },
  )
}
