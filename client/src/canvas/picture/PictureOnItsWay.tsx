import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { HTMLContainer, stopEventPropagation, type TLImageShape, useEditor, useValue } from 'tldraw'
import { formatNumber } from '#shared/formats.ts'
import type { PictureState } from '../../sync/pictures/picture-sender.ts'
import { useCanvasContext } from '../canvas-context.ts'
import { removeImage } from '../files/image-asset.ts'

/** On a smaller one there is no room for words. */
const leastWordsWidth = 200

/** Says over a picture that the server does not have yet how far it is; to others, that it is coming. */
export function PictureOnItsWay({ shape }: { readonly shape: TLImageShape }) {
  const { sending } = useCanvasContext()
  const editor = useEditor()
  const { assetId } = shape.props
  const states = useSyncExternalStore(sending.states.subscribe, sending.states.get)
  const isMissing = useValue('picture is missing', () => {
    const asset = assetId && editor.getAsset(assetId)
    return asset ? asset.type === 'image' && asset.props.src === null : false
  }, [editor, assetId])
  if (!isMissing || !assetId) return null
  return <OnItsWay shape={shape} state={states.get(assetId)} />
}

function OnItsWay({ shape, state }: { readonly shape: TLImageShape; readonly state: PictureState | undefined }) {
  const { sending, ...reader } = useCanvasContext()
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const language = useValue(reader.locale)
  const dir = useValue(reader.dir)
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor])
  const { assetId, w, h } = shape.props
  const share = state?.status === 'sending' ? state.sentBytes / Math.max(1, state.totalBytes) : 0
  const words = useWords(state, language)
  // As large as the rest of the page, however far away the picture is.
  const size = { width: w * zoom, height: h * zoom, transform: `scale(${1 / zoom})` }
  const cancel = () => {
    if (!assetId) return
    sending.cancel(assetId)
    removeImage(editor, assetId)
  }
  if (!state) {
    return (
      <HTMLContainer className="picture-on-its-way" style={size}>
        {w * zoom >= leastWordsWidth ? <span dir="auto">{words}</span> : null}
      </HTMLContainer>
    )
  }
  return (
    <HTMLContainer className="picture-on-its-way" style={size} data-own>
      <div
        className="picture-on-its-way__track"
        role="progressbar"
        aria-label={t('picture.sending')}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <div className="picture-on-its-way__words" dir={dir} onPointerDown={stopEventPropagation}>
        <span aria-hidden="true">{words}</span>
        {state.status === 'broken' ? (
          <button type="button" onClick={() => sending.retry()}>
            {t('picture.retry')}
          </button>
        ) : null}
        <button type="button" onClick={cancel}>
          {t('picture.cancel')}
        </button>
      </div>
    </HTMLContainer>
  )
}

function useWords(state: PictureState | undefined, language: string): string {
  const { t } = useTranslation('canvas')
  switch (state?.status) {
    case undefined:
      return t('picture.coming')
    case 'waiting':
      return t('picture.waiting')
    case 'broken':
      return t('picture.noLine')
    case 'sending': {
      const kilobytes = (bytes: number) => formatNumber(Math.round(bytes / 1_000), language)
      return t('picture.sent', { sent: kilobytes(state.sentBytes), total: kilobytes(state.totalBytes) })
    }
  }
}
