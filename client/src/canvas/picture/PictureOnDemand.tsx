import { ImageDown } from 'lucide-react'
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
  const savesData = useSyncExternalStore(pictures.savesData.subscribe, pictures.savesData.get)
  const { assetId } = shape.props
  const wanted = useValue(pictures.wanted)
  const asset = useValue('asset', () => (assetId ? editor.getAsset(assetId) : undefined), [editor, assetId])
  const shown = useRef(false)
  const isWanted = !savesData || !assetId || !asset || wanted === 'all' || wanted.has(assetId)
  // What was sent from here costs nothing, and of what is still on its way there is nothing to fetch.
  if (isWanted || sending.previewOf(assetId) !== undefined) shown.current = true
  if (asset?.type === 'image' && asset.props.src === null) return children
  if (shown.current || !assetId) return children
  const bytes = asset?.type === 'image' ? asset.props.fileSize : undefined
  return <InItsPlace shape={shape} bytes={bytes} onLoad={() => pictures.want(assetId)} />
}

/** On a smaller one there is no room for words. */
const least = { width: 200, height: 96 }

type InItsPlaceProps = {
  readonly shape: TLImageShape
  readonly bytes: number | undefined
  readonly onLoad: () => void
}

function InItsPlace({ shape, bytes, onLoad }: InItsPlaceProps) {
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor])
  const { w, h, altText } = shape.props
  // As large as the rest of the page, however far away the picture is.
  const [width, height] = [w * zoom, h * zoom]
  const isSmall = width < least.width || height < least.height
  const kilobytes = Math.max(1, Math.round((bytes ?? 0) / 1_000))
  const words = bytes === undefined ? t('picture.load') : t('picture.loadSize', { size: kilobytes })
  return (
    <HTMLContainer
      id={shape.id}
      className="picture-on-demand"
      style={{ width, height, transform: `scale(${1 / zoom})` }}
      data-small={isSmall || undefined}
    >
      {altText && !isSmall ? <span dir="auto">{altText}</span> : null}
      <button
        type="button"
        aria-label={isSmall && altText ? `${altText}: ${words}` : words}
        onPointerDown={stopEventPropagation}
        onClick={onLoad}
      >
        {isSmall ? <ImageDown size={20} aria-hidden="true" /> : words}
      </button>
    </HTMLContainer>
  )
}
