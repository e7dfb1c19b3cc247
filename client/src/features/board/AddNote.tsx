import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import styles from './NotesPanel.module.css'

export type AddNoteProps = {
  readonly canvas: CanvasHandle
  readonly zoneId: string | undefined
  readonly zoneHeading: string
}

export function AddNote({ canvas, zoneId, zoneHeading }: AddNoteProps) {
  const { t } = useTranslation('board')
  const [isWriting, setIsWriting] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const finish = () => {
    setIsWriting(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!isWriting) {
    return (
      <Button
        size="small"
        kind="quiet"
        className={styles.add}
        ref={button}
        aria-label={t('notes.addTo', { zone: zoneHeading })}
        onClick={() => setIsWriting(true)}
      >
        <Plus size={16} aria-hidden="true" />
        {t('notes.add')}
      </Button>
    )
  }
  return (
    <NoteEditor
      label={t('notes.new')}
      action={t('notes.add')}
      text=""
      onSave={(text) => {
        if (text.trim()) canvas.addNote(zoneId, text)
        finish()
      }}
      onCancel={finish}
    />
  )
}
