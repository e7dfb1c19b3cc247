import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isShapeId,
  TldrawUiButton,
  TldrawUiButtonLabel,
  TldrawUiDialogBody,
  TldrawUiDialogCloseButton,
  TldrawUiDialogFooter,
  TldrawUiDialogHeader,
  TldrawUiDialogTitle,
  useDialogs,
  useEditor,
  useValue,
} from 'tldraw'
import { localise } from '#shared/board/local-text.ts'
import type { CanvasContext } from '../canvas-context.ts'
import { focusCanvas } from '../focus-canvas.ts'
import { isZoneShape } from './ZoneShapeUtil.tsx'
import styles from './ZoneWordsDialog.module.css'

/** Opens the form whenever a facilitator asks to change a zone's words. Draws nothing itself. */
export function ZoneWordsDialog({ context }: { readonly context: CanvasContext }) {
  const editor = useEditor()
  const { addDialog } = useDialogs()
  const zoneId = useValue('edited zone', () => context.editedZoneId.get(), [context])
  useEffect(() => {
    if (zoneId === null) return
    addDialog({
      component: ({ onClose }) => <ZoneWordsForm zoneId={zoneId} context={context} onClose={onClose} />,
      onClose() {
        context.editedZoneId.set(null)
        // The dialog puts the focus on the page when it is gone, where undo would not reach the board; so after it.
        editor.timers.requestAnimationFrame(() => editor.timers.setTimeout(() => focusCanvas(editor), 0))
      },
    })
  }, [editor, zoneId, context, addDialog])
  return null
}

type ZoneWordsFormProps = { readonly zoneId: string; readonly context: CanvasContext; readonly onClose: () => void }

function ZoneWordsForm({ zoneId, context, onClose }: ZoneWordsFormProps) {
  const editor = useEditor()
  const { t } = useTranslation('canvas')
  const id = useId()
  const zone = isShapeId(zoneId) ? editor.getShape(zoneId) : undefined
  const props = isZoneShape(zone) ? zone.props : undefined
  const locale = context.locale.get()
  const [heading, setHeading] = useState(() => localise(props?.heading ?? {}, locale))
  const [prompt, setPrompt] = useState(() => localise(props?.prompt ?? {}, locale))

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (props && isShapeId(zoneId)) {
      editor.markHistoryStoppingPoint('change zone words')
      editor.updateShape({
        id: zoneId,
        type: 'zone',
        props: { heading: { ...props.heading, [locale]: heading }, prompt: { ...props.prompt, [locale]: prompt } },
      })
    }
    onClose()
  }
  return (
    <form onSubmit={save} dir={context.dir.get()} className={styles.form}>
      <TldrawUiDialogHeader>
        <TldrawUiDialogTitle>{t('zoneWords.title')}</TldrawUiDialogTitle>
        <TldrawUiDialogCloseButton />
      </TldrawUiDialogHeader>
      <TldrawUiDialogBody className={styles.body ?? ''}>
        <label htmlFor={`${id}-heading`}>{t('zoneWords.heading')}</label>
        <input
          id={`${id}-heading`}
          value={heading}
          maxLength={120}
          required
          onChange={(event) => setHeading(event.target.value)}
        />
        <label htmlFor={`${id}-prompt`}>{t('zoneWords.prompt')}</label>
        <textarea
          id={`${id}-prompt`}
          value={prompt}
          maxLength={400}
          rows={4}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <p className={styles.hint}>{t('zoneWords.language')}</p>
      </TldrawUiDialogBody>
      <TldrawUiDialogFooter className={styles.footer ?? ''}>
        <TldrawUiButton type="normal" onClick={onClose}>
          <TldrawUiButtonLabel>{t('zoneWords.cancel')}</TldrawUiButtonLabel>
        </TldrawUiButton>
        <button type="submit" className={styles.save}>
          {t('zoneWords.save')}
        </button>
      </TldrawUiDialogFooter>
    </form>
  )
}
