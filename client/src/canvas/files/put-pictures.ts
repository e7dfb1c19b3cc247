import type { Editor, TLAssetId, TLImageAsset, TLImageShape, TLShapeId, VecLike } from 'tldraw'
import type { PictureSender } from '../../sync/pictures/picture-sender.ts'
import { imageAsset, placeImages, removeImage, replaceImage } from './image-asset.ts'
import { PreparingError, type PreparingFault, preparePicture } from './prepare-picture.ts'

/** What to tell a person about pictures on their way. */
export interface PictureReports {
  /** Large photos take a moment to be made smaller. @returns called when it is over, whatever came of it. */
  preparing(count: number): () => void
  failed(fault: PreparingFault, fileName: string): void
}

/** Puts pictures on the board at once, as they are here, and sends them on their way. */
export interface PutPictures {
  at(files: readonly File[], place: VecLike): Promise<void>
  inPlaceOf(shapeId: TLShapeId, file: File): Promise<void>
  /** For what lies on the board already, or is about to. @returns nothing when the file cannot be put on a board. */
  asset(file: File, assetId: TLAssetId | undefined): Promise<TLImageAsset | undefined>
  remove(assetId: TLAssetId): void
}

export function createPutPictures(ports: {
  readonly editor: Editor
  readonly sender: Pick<PictureSender, 'add'>
  readonly savesData: () => boolean
  readonly reports: PictureReports
}): PutPictures {
  const { editor, sender, savesData, reports } = ports

  const prepare = async (files: readonly File[]) => {
    const done = reports.preparing(files.length)
    const prepared = []
    // One at a time: each unpacked photo is tens of megabytes.
    for (const file of files) {
      try {
        prepared.push(await preparePicture(file, savesData()))
      } catch (cause) {
        reports.failed(cause instanceof PreparingError ? cause.fault : 'unsupported', file.name)
      }
    }
    done()
    return editor.isDisposed ? [] : prepared
  }

  return {
    async at(files, place) {
      const prepared = await prepare(files)
      if (prepared.length === 0) return
      const pictures = prepared.map((picture) => ({ file: picture.file, asset: imageAsset(picture) }))
      editor.markHistoryStoppingPoint('insert pictures')
      const assets = pictures.map(({ asset }) => asset)
      if (!placeImages(editor, assets, place)) return
      for (const { asset, file } of pictures) sender.add({ assetId: asset.id, file })
    },
    async inPlaceOf(shapeId, file) {
      const [picture] = await prepare([file])
      const shape = editor.getShape<TLImageShape>(shapeId)
      if (!picture || shape?.type !== 'image') return
      const asset = imageAsset(picture)
      editor.markHistoryStoppingPoint('replace the picture')
      replaceImage(editor, shape, asset)
      sender.add({ assetId: asset.id, file: picture.file })
    },
    async asset(file, assetId) {
      const [picture] = await prepare([file])
      if (!picture) return undefined
      const asset = imageAsset(picture, assetId)
      sender.add({ assetId: asset.id, file: picture.file })
      return asset
    },
    remove: (assetId) => removeImage(editor, assetId),
  }
}
