import { type Editor, type TLNoteShape, useValue } from 'tldraw'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import styles from './NoteChips.module.css'
import { writtenFields } from './note-fields.ts'
import { planChips } from './plan-chips.ts'

export type NoteChipsProps = { readonly editor: Editor; readonly shape: TLNoteShape; readonly locale: () => string }

const noFields: readonly ZoneField[] = []

/** What a note says beside its words, at its lower edge. The values are read with the note, not here. */
export function NoteChips({ editor, shape, locale }: NoteChipsProps) {
  const { id } = shape
  const reader = useValue('locale', locale, [locale])
  const fields = useValue('fields', () => {
    const now = editor.getShape(id)
    return now ? writtenFields(editor, now) : noFields
  }, [editor, id])
  const { fontSize, chips } = planChips(editor, shape, reader, fields)
  return chips.map(({ key, symbol, word, tone, x, y, w, h }) => (
    <div
      key={key}
      className={styles.chip}
      aria-hidden="true"
      style={{ left: x, top: y, width: w, height: h, fontSize, borderWidth: shape.props.scale }}
    >
      {symbol === '' ? null : <span className={styles[tone]}>{symbol}</span>}
      <span className={styles.word} dir="auto">
        {word}
      </span>
    </div>
  ))
}
