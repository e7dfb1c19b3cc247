import {
  AssetRecordType,
  containBoxSize,
  createShapeId,
  type Editor,
  getHashForString,
  getMediaAssetInfoPartial,
  type TLAsset,
  type TLAssetId,
  type TLImageAsset,
  type TLImageShape,
  type TLShapePartial,
  type VecLike,
} from 'tldraw'
import { checkFile, uploadFile } from './upload-file.ts'

/** A fresh photo is larger than a whole zone; it lands at a size that leaves room for notes, and can be pulled larger. */
const landingSize = 640

/** The fewest units a picture measures: an SVG may say nothing of its size. */
const leastSize = 32

/**
 * Uploads first and makes the asset then: a record never names a picture that is not there.
 *
 * @throws {UploadError}
 */
export async function uploadImage(boardId: string, file: File, assetId?: TLAssetId): Promise<TLImageAsset> {
  checkFile(file)
  const stored = await uploadFile(boardId, file)
  const id = assetId ?? AssetRecordType.createId(getHashForString(stored.source))
  const info = await getMediaAssetInfoPartial(file, id, true, false)
  if (!isImageAsset(info)) throw new Error('An image file gave an asset of another kind.')
  const { w, h } = info.props
  return {
    ...info,
    props: { ...info.props, src: stored.source, w: Math.max(leastSize, w), h: Math.max(leastSize, h) },
  }
}

function isImageAsset(asset: TLAsset): asset is TLImageAsset {
  return asset.type === 'image'
}

/** Puts the pictures side by side, their middle at `point`. */
export function placeImages(editor: Editor, assets: readonly TLImageAsset[], point: VecLike): void {
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
  editor.run(() => {
    if (!editor.canCreateShapes(partials)) return
    editor.createAssets(assets.filter((asset) => !editor.getAsset(asset.id)))
    editor.createShapes(partials)
    editor.select(...partials.map(({ id }) => id))
  })
}
