import {
  AssetRecordType,
  createEmptyBookmarkShape,
  createShapeId,
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type Editor,
  getHashForString,
  type TLBookmarkAsset,
  type TLShape,
  toRichText,
  type VecLike,
} from 'tldraw'
import { mayMake } from '#shared/session/offered-tools.ts'
import type { CanvasContext } from '../canvas-context.ts'
import type { Held } from '../zone/hold-to-step.ts'
import { isZoneShape } from '../zone/ZoneShapeUtil.tsx'
import { keepWords } from './keep-words.ts'
import { cutApart } from './paste-cut-zones.ts'
import { placeInView } from './place-in-view.ts'
import type { PutPictures } from './put-pictures.ts'
import { sanitiseContent } from './sanitise-content.ts'

/** What the step lets this person put here, and how she is told. */
type StepHold = {
  readonly context: Pick<CanvasContext, 'allowance' | 'role' | 'zonesCut'>
  readonly tellHeld: (held: Held) => void
  /** Whether a bookmark may be made; else a link is a text, as nobody writes bookmarks alone. */
  readonly takesLinks: () => boolean
}

/**
 * Decides what a paste, a drop or a chosen file becomes. Pictures set out for the file store, links become bookmarks that
 * nobody fetches; pages inside the board, films and other programs' content are not taken.
 */
export function registerContent(
  editor: Editor,
  pictures: PutPictures,
  { context, tellHeld, takesLinks }: StepHold,
): void {
  const placeOf = (point: VecLike | undefined): VecLike =>
    point ?? (editor.inputs.shiftKey ? editor.inputs.currentPagePoint : placeInView(editor))

  const isOffered = (shapeType: string) => mayMake(context.allowance.get().tools, shapeType)

  /** True where nothing may be put on the board: a bar above it says why. */
  const isShut = () => editor.getIsReadonly()

  const putFiles = async (files: readonly File[], point: VecLike | undefined) => {
    if (isShut()) return
    if (isOffered('image')) await pictures.at(files, { ...toModel(placeOf(point)) })
    else tellHeld({ reason: 'tool', tool: 'picture' })
  }

  const putNote = (text: string, point: VecLike | undefined) => {
    const id = createShapeId()
    const { x, y } = placeOf(point)
    editor.markHistoryStoppingPoint('paste a note')
    // Where it lies says how large it is.
    editor.createShape({ id, type: 'note', x, y, props: { richText: toRichText(text) } })
    const made = editor.getShape(id)
    if (!made) return
    const { center } = editor.getShapeGeometry(made).bounds
    editor.updateShape({ id, type: 'note', x: made.x - center.x, y: made.y - center.y })
    editor.select(id)
  }

  editor.registerExternalAssetHandler('file', async ({ file, assetId }) => {
    const asset = isOffered('image') && !isShut() ? await pictures.asset(file, assetId) : undefined
    if (asset) return asset
    if (assetId) pictures.remove(assetId)
    throw new Error('This file cannot be put on a board.')
  })
  editor.registerExternalAssetHandler('url', async ({ url }) => describeLink(url))

  editor.registerExternalContentHandler('files', ({ files, point }) => putFiles(files, point))
  editor.registerExternalContentHandler('svg-text', ({ text, point }) =>
    putFiles([new File([text], 'drawing.svg', { type: 'image/svg+xml' })], point),
  )
  editor.registerExternalContentHandler('file-replace', async ({ file, shapeId }) => {
    if (!isShut()) await pictures.inPlaceOf(shapeId, file)
  })
  editor.registerExternalContentHandler('url', async ({ url, point }) => {
    if (isShut()) return
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
  editor.registerExternalContentHandler('text', async ({ text, html, point }) => {
    if (isShut()) return
    // Where the step has no texts, words are a note.
    if (!isOffered('text') && isOffered('note')) putNote(text, point)
    // tldraw measures pasted markup in the page itself, which would fetch the pictures of another page's text.
    else
      await defaultHandleExternalTextContent(editor, {
        ...{ text, ...(point && { point }) },
        ...(html && { html: keepWords(html) }),
      })
  })
  editor.registerExternalContentHandler('tldraw', async ({ content, point }) => {
    const cut = cutApart(editor, content, context)
    const kept = sanitiseContent(cut.content, cut.zoneIds)
    if (kept.shapes.length === 0 || isShut()) return
    await defaultHandleExternalTldrawContent(editor, { ...(point && { point }), content: kept })
    dropIntoZones(editor, editor.getSelectedShapes())
    cut.gather()
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
    if (isZoneShape(shape)) {
      // Pasted while something in another zone is selected, tldraw has put it in there.
      if (shape.parentId !== pageId) editor.reparentShapes([shape], pageId)
      continue
    }
    const centre = shape.parentId === pageId ? editor.getShapePageBounds(shape)?.center : undefined
    const zone = centre && zones.find((candidate) => editor.isPointInShape(candidate, centre, { hitInside: true }))
    if (zone) editor.reparentShapes([shape], zone.id)
  }
}

function toModel({ x, y }: VecLike): { x: number; y: number } {
  return { x, y }
}
