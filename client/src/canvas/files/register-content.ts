import {
  AssetRecordType,
  createEmptyBookmarkShape,
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type Editor,
  getHashForString,
  type TLBookmarkAsset,
  type TLShape,
  type VecLike,
} from 'tldraw'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { keepWords } from './keep-words.ts'
import type { PutPictures } from './put-pictures.ts'
import { sanitiseContent } from './sanitise-content.ts'

/**
 * Decides what a paste, a drop or a chosen file becomes. Pictures set out for the file store, links become bookmarks that
 * nobody fetches; pages inside the board, films and other programs' content are not taken.
 *
 * @param takesLinks - Whether a bookmark may be made; else a link is a text, as nobody writes bookmarks alone.
 */
export function registerContent(editor: Editor, pictures: PutPictures, takesLinks: () => boolean): void {
  const placeOf = (point: VecLike | undefined): VecLike =>
    point ?? (editor.inputs.shiftKey ? editor.inputs.currentPagePoint : editor.getViewportPageBounds().center)

  const putFiles = (files: readonly File[], point: VecLike | undefined) =>
    pictures.at(files, { ...toModel(placeOf(point)) })

  editor.registerExternalAssetHandler('file', async ({ file, assetId }) => {
    const asset = await pictures.asset(file, assetId)
    if (asset) return asset
    if (assetId) pictures.remove(assetId)
    throw new Error('This file cannot be put on a board.')
  })
  editor.registerExternalAssetHandler('url', async ({ url }) => describeLink(url))

  editor.registerExternalContentHandler('files', ({ files, point }) => putFiles(files, point))
  editor.registerExternalContentHandler('svg-text', ({ text, point }) =>
    putFiles([new File([text], 'drawing.svg', { type: 'image/svg+xml' })], point),
  )
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) => pictures.inPlaceOf(shapeId, file))
  editor.registerExternalContentHandler('url', async ({ url, point }) => {
    if (!isWebAddress(url) || !takesLinks()) {
      await defaultHandleExternalTextContent(editor, { ...(point && { point }), text: url })
      return
    }
    const asset = describeLink(url)
    editor.run(() => {
      const shape = createEmptyBookmarkShape(editor, url, placeOf(point))
      if (!editor.getAsset(asset.id)) editor.createAssets([asset])
      editor.updateShape({ id: shape.id, type: 'bookmark', props: { assetId: asset.id } })
    })
  })
  editor.registerExternalContentHandler('text', ({ text, html, point }) =>
    // tldraw measures pasted markup in the page itself, which would fetch the pictures of another page's text.
    defaultHandleExternalTextContent(editor, {
      ...{ text, ...(point && { point }) },
      ...(html && { html: keepWords(html) }),
    }),
  )
  editor.registerExternalContentHandler('tldraw', async ({ content, point }) => {
    const kept = sanitiseContent(content)
    if (kept.shapes.length === 0) return
    await defaultHandleExternalTldrawContent(editor, { ...(point && { point }), content: kept })
    dropIntoZones(editor, editor.getSelectedShapes())
  })
  editor.registerExternalContentHandler('embed', ({ url, point }) => {
    void editor.putExternalContent({ type: 'url', url, ...(point && { point }) })
  })
  editor.registerExternalContentHandler('excalidraw', () => undefined)
}

/** A link is named by its host: nobody's browser and no server asks the page for more. */
function describeLink(url: string): TLBookmarkAsset {
  return {
    id: AssetRecordType.createId(getHashForString(url)),
    typeName: 'asset',
    type: 'bookmark',
    props: { src: url, title: new URL(url).host, description: '', image: '', favicon: '' },
    meta: {},
  }
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
}

/** What is pasted onto a zone is in it, as if it had been dropped there. */
function dropIntoZones(editor: Editor, shapes: readonly TLShape[]): void {
  const pageId = editor.getCurrentPageId()
  const zones = editor.getCurrentPageShapesSorted().filter(isZoneShape).reverse()
  for (const shape of shapes) {
    const centre = shape.parentId === pageId ? editor.getShapePageBounds(shape)?.center : undefined
    const zone = centre && zones.find((candidate) => editor.isPointInShape(candidate, centre, { hitInside: true }))
    if (zone) editor.reparentShapes([shape], zone.id)
  }
}

function toModel({ x, y }: VecLike): { x: number; y: number } {
  return { x, y }
}
