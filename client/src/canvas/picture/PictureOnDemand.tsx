import { type ReactNode, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { HTMLContainer, stopEventPropagation, type TLImageShape, useEditor, useValue } from 'tldraw'
import { useCanvasContext } from '../canvas-context.ts'

export type PictureOnDemandProps = {
  readonly shape: TLImageShape
  /** The picture; fetched when it is drawn. */
  readonly children: ReactNode
}

/** A picture, or in its place what it would cost to see it. One that has been shown stays. */
export function PictureOnDemand({ shape, children }: PictureOnDemandProps) {
  const { pictures, sending } = useCanvasContext()
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const savesData = useSyncExternalStore(pictures.savesData.subscribe, pictures.savesData.get)
  const { assetId, w, h, altText } = shape.props
  const wanted = useValue(pictures.wanted)
  const asset = useValue('asset', () => (assetId ? editor.getAsset(assetId) : undefined), [editor, assetId])
  const shown = useRef(false)
  const isWanted = !savesData || !assetId || !asset || wanted === 'all' || wanted.has(assetId)
  // What was sent from here costs nothing, and of what is still on its way there is nothing to fetch.
  if (isWanted || sending.previewOf(assetId) !== undefined) shown.current = true
  if (asset?.type === 'image' && asset.props.src === null) return children
  if (shown.current || !assetId) return children
  const bytes = asset?.type === 'image' ? asset.props.fileSize : undefined
  const kilobytes = Math.max(1, Math.round((bytes ?? 0) / 1_000))
  return (
    <HTMLContainer id={shape.id} className="picture-on-demand" style={{ width: w, height: h }}>
      {altText ? <span dir="auto">{altText}</span> : null}
      <button type="button" onPointerDown={stopEventPropagation} onClick={() => pictures.want(assetId)}>
        {bytes === undefined ? t('picture.load') : t('picture.loadSize', { size: kilobytes })}
      </button>
    </HTMLContainer>
  )
}
