import { type Editor, type TLNoteShape, useValue } from 'tldraw'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import styles from './NoteChips.module.css'
import { writtenFields } from './note-fields.ts'
import { planChips } from './plan-chips.ts'

export type NoteChipsProps = { readonly editor: Editor; readonly shape: TLNoteShape; readonly locale: () => string }

/** Letters that are smaller than this on the screen are left out. */
const leastPx = 6
const noFields: readonly ZoneField[] = []

/** What a note says beside its words, at its lower edge; from afar only their tones, as its picture does. The values are read with the note, not here. */
export function NoteChips({ editor, shape, locale }: NoteChipsProps) {
  const { id } = shape
  const reader = useValue('locale', locale, [locale])
  const fields = useValue('fields', () => {
    const now = editor.getShape(id)
    return now ? writtenFields(editor, now) : noFields
  }, [editor, id])
  const { fontSize, chips } = planChips(editor, shape, reader, fields)
  const isFar = useValue('far', () => fontSize * editor.getZoomLevel() < leastPx, [editor, fontSize])
  return chips.map(({ key, symbol, word, tone, x, y, w, h }) => (
    <div
      key={key}
      className={isFar ? [styles.chip, styles.far, styles[tone]].join(' ') : styles.chip}
      aria-hidden="true"
      style={{ left: x, top: y, width: w, height: h, fontSize, borderWidth: shape.props.scale }}
    >
      {isFar || symbol === '' ? null : <span className={styles[tone]}>{symbol}</span>}
      {isFar ? null : (
        <span className={styles.word} dir="auto">
          {word}
        </span>
      )}
    </div>
  ))
}
