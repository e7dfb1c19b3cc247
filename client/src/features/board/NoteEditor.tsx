import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldState } from '../../canvas/values/canvas-values.ts'
import type { ValueChanges } from '../../canvas/values/set-values.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { ValueFields } from '../values/index.ts'
import styles from './NotesPanel.module.css'

export type NoteEditorProps = {
  readonly label: string
  readonly action: string
  readonly text: string
  /** What the zone asks of the note, and what it says. */
  readonly fields: readonly FieldState[]
  /** Where the note goes, to be chosen below its words. */
  readonly where?: ReactNode
  readonly onSave: (text: string, changes: ValueChanges) => void
  readonly onCancel: () => void
}

/** Ctrl Enter saves, Escape leaves it as it was. */
export function NoteEditor({ label, action, text, fields, where, onSave, onCancel }: NoteEditorProps) {
  const { t } = useTranslation('board')
  const [typed, setTyped] = useState(text)
  const [changes, setChanges] = useState<ValueChanges>({})
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = area
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The panel stays open.
      event.preventDefault()
      onCancel()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSave(typed, changes)
    }
  }
  return (
    <div className={styles.editor}>
      <TextArea
        label={label}
        hint={t('notes.keys')}
        dir="auto"
        ref={area}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {where}
      {fields.length > 0 ? (
        <Suspense>
          <ValueFields {...{ fields, changes }} onChange={setChanges} />
        </Suspense>
      ) : null}
      <div className={styles.editorActions}>
        <Button size="small" kind="primary" onClick={() => onSave(typed, changes)}>
          {action}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('notes.cancel')}
        </Button>
      </div>
    </div>
  )
}
