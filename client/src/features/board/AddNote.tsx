import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsInRow } from '#shared/board/note-values.ts'
import type { CanvasHandle, ZoneSummary } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import styles from './NotesPanel.module.css'

export type AddNoteProps = {
  readonly canvas: CanvasHandle
  /** Undefined for what lies outside every zone. */
  readonly zone: ZoneSummary | undefined
  readonly zoneHeading: string
}

export function AddNote({ canvas, zone, zoneHeading }: AddNoteProps) {
  const { t } = useTranslation('board')
  const [isWriting, setIsWriting] = useState(false)
  const [cell, setCell] = useState('')
  const cells = zone?.cells ?? []
  const button = useRef<HTMLButtonElement>(null)
  // Which row of a table it will lie in is not known before it is there.
  const asked = fieldsInRow(zone?.fields ?? [], undefined).map((field) => ({ field, value: undefined, isMixed: false }))
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
      fields={asked}
      where={
        cells.length > 0 ? (
          <Select label={t('notes.cell')} value={cell} onChange={(event) => setCell(event.currentTarget.value)}>
            <option value="">{t('notes.anywhere')}</option>
            {cells.map((words, i) => (
              <option key={words} value={i}>
                {words}
              </option>
            ))}
          </Select>
        ) : null
      }
      onSave={(text, changes) => {
        const place = cell === '' ? undefined : Number(cell)
        const id = text.trim() ? canvas.addNote(zone?.id, text, place) : undefined
        if (id !== undefined) canvas.values.set([id], changes)
        finish()
      }}
      onCancel={finish}
    />
  )
}
