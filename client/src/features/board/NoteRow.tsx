import { Lock } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle, NoteSummary } from '../../canvas/canvas-handle.ts'
import { Button } from '../../ui/Button.tsx'
import { Ends } from '../carry/index.ts'
import type { CarriedTo } from '../feed/index.ts'
import { SaidValues } from '../values/index.ts'
import { NoteEditor } from './NoteEditor.tsx'
import styles from './NotesPanel.module.css'

export type NoteRowProps = {
  readonly canvas: CanvasHandle
  readonly note: NoteSummary
  readonly isReadOnly: boolean
  /** Its copies on other boards. */
  readonly carriedTo: readonly CarriedTo[]
}

export function NoteRow({ canvas, note, isReadOnly, carriedTo }: NoteRowProps) {
  const { t } = useTranslation('board')
  const [isEditing, setIsEditing] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const finish = () => {
    setIsEditing(false)
    // After the button is there again.
    requestAnimationFrame(() => editButton.current?.focus())
  }
  if (isEditing) {
    return (
      <li className={styles.note}>
        <NoteEditor
          label={t('notes.text')}
          action={t('notes.save')}
          text={note.text}
          fields={note.fields}
          onSave={(text, changes) => {
            if (text !== note.text) canvas.setNoteText(note.id, text)
            canvas.values.set([note.id], changes)
            finish()
          }}
          onCancel={finish}
        />
      </li>
    )
  }
  const name = note.text || t(`notes.untitled.${note.kind}`)
  return (
    <li className={styles.note}>
      <button
        type="button"
        className={styles.noteText}
        onClick={() => canvas.goToNote(note.id)}
        title={t('notes.show')}
      >
        <span dir="auto" className={note.text ? undefined : styles.empty}>
          {name}
        </span>
        {note.cell ? <span className={styles.cell}>{note.cell}</span> : null}
        <SaidValues fields={note.fields} />
        {note.isAlone ? (
          <span className={styles.alone}>
            <Lock size={14} aria-hidden="true" />
            {t('notes.alone')}
          </span>
        ) : null}
      </button>
      {isReadOnly ? null : (
        <Button
          size="small"
          kind="quiet"
          ref={editButton}
          aria-label={t('notes.editName', { name })}
          onClick={() => setIsEditing(true)}
        >
          {t('notes.edit')}
        </Button>
      )}
      <Ends {...{ canvas, note, carriedTo }} />
    </li>
  )
}
