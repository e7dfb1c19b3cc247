import type { TLAssetStore } from 'tldraw'
import { fileSourcePattern } from '#shared/board/record-schema.ts'
import { uploadFile } from './upload-file.ts'

/** Where a picture named in a record is to be had; nothing for names that are not ours, so that no other host is asked. */
export function resolveFileSource(boardId: string, source: string | null): string | null {
  if (source === null || !fileSourcePattern.test(source)) return null
  const name = source.slice('asset:'.length)
  return `/api/boards/${encodeURIComponent(boardId)}/files/${name}`
}

export function createBoardAssetStore(boardId: string): TLAssetStore {
  return {
    async upload(_asset, file, signal) {
      return { src: (await uploadFile(boardId, file, signal)).source }
    },
    resolve: (asset) => (asset.type === 'image' ? resolveFileSource(boardId, asset.props.src) : null),
  }
}
