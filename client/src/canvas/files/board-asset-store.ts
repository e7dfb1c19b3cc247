import type { TLAssetStore } from 'tldraw'
import { fileSourcePattern } from '#shared/board/record-schema.ts'

/** Where a picture named in a record is to be had; nothing for names that are not ours, so that no other host is asked. */
function resolveFileSource(boardId: string, source: string | null): string | null {
  if (source === null || !fileSourcePattern.test(source)) return null
  const name = source.slice('asset:'.length)
  return `/api/boards/${encodeURIComponent(boardId)}/files/${name}`
}

/** @param previewOf - A picture as it lies here already; nobody should fetch what she has sent herself. */
export function createBoardAssetStore(
  boardId: string,
  previewOf: (assetId: string) => string | undefined,
): TLAssetStore {
  return {
    upload: () => Promise.reject(new Error('Pictures go by the picture sender: see register-content.ts.')),
    resolve: (asset) =>
      asset.type === 'image' ? (previewOf(asset.id) ?? resolveFileSource(boardId, asset.props.src)) : null,
  }
}
