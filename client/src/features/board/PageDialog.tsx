import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxPages, maxTitleLength } from '#shared/limits.ts'
import type { CanvasHandle, PageSummary } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import styles from './ZoneMenu.module.css'

export type PageDialogProps = {
  readonly canvas: CanvasHandle
  /** Undefined for a new one. */
  readonly page: PageSummary | undefined
  readonly onClose: () => void
}

/** Makes a page, or names one and takes it away. */
export function PageDialog({ canvas, page, onClose }: PageDialogProps) {
  const { t } = useTranslation('board')
  const toast = useToast()
  const [title, setTitle] = useState(page?.title ?? '')
  const [isChecked, setIsChecked] = useState(false)
  const isMissing = title.trim() === ''
  const save = () => {
    setIsChecked(true)
    if (isMissing) return
    if (page && page.title !== title.trim()) canvas.renamePage(page.id, title.trim())
    if (!page && !canvas.addPage(title.trim())) toast({ text: t('pages.tooMany', { most: maxPages }) })
    onClose()
  }
  const remove = () => {
    if (!page) return
    if (!canvas.removePage(page.id)) toast({ text: t('pages.notEmpty') })
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t(page ? 'pages.changeTitle' : 'pages.addTitle')}>
      <Form onSubmit={save}>
        <Field
          label={t('pages.name')}
          value={title}
          maxLength={maxTitleLength}
          dir="auto"
          error={isChecked && isMissing ? t('pages.nameMissing') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        <DialogActions>
          {page ? (
            <Button kind="danger" className={styles.remove} onClick={remove}>
              {t('pages.remove')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('pages.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t(page ? 'pages.save' : 'pages.make')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
