import { type KeyboardEvent, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldState } from '../../canvas/values/canvas-values.ts'
import type { ValueChanges } from '../../canvas/values/set-values.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
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
  const frame = useRef<HTMLDivElement>(null)
  const hasKeys = useMediaQuery('(pointer: fine)')
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
    <div className={styles.editor} ref={frame}>
      <TextArea
        label={label}
        hint={hasKeys ? t('notes.keys') : undefined}
        dir="auto"
        ref={area}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {where}
      <Suspense>
        {fields.length > 0 ? <ValueFields {...{ fields, changes }} onChange={setChanges} /> : null}
        <InView frame={frame} />
      </Suspense>
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

/** Shows what is asked below the words, and the button that saves them, once it is all there. */
function InView({ frame }: { readonly frame: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' })
  }, [frame])
  return null
}
