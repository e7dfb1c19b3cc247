import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '#shared/http/sessions.ts'
import type { CanvasHandle } from '../../canvas/canvas-handle.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { SaidValues } from '../values/index.ts'
import styles from './SummaryDialog.module.css'
import { useWords } from './use-words.ts'

export type SummaryEndProps = { readonly summary: SessionSummary; readonly canvas: CanvasHandle }

/** What the board says now in the zones that the session ended in: what it came to. */
export function SummaryEnd({ summary: { visits, plan }, canvas }: SummaryEndProps) {
  const { t } = useTranslation('session')
  const { titleOf } = useWords()
  const zones = useReadable(canvas.zones)
  const notes = useReadable(canvas.notes)
  const been = new Set(visits.map(({ stepId }) => stepId))
  const last = plan.steps.findLast(({ id, zones: keys }) => been.has(id) && keys.length > 0)
  const ended = zones.filter(({ key }) => last?.zones.includes(key))
  const said = ended.flatMap(({ id, name }) => {
    const own = notes.filter(({ zoneId, text, isAlone }) => zoneId === id && text !== '' && !isAlone)
    return own.length > 0 ? [{ id, name, own }] : []
  })
  if (!last || said.length === 0) return null
  return (
    <>
      <h3>{t('summary.end', { step: titleOf(last) })}</h3>
      {said.map(({ id, name, own }) => (
        <div key={id}>
          <p className={styles.name}>
            <bdi>{name}</bdi>
          </p>
          <ul className={styles.said}>
            {own.map((note) => (
              <li key={note.id}>
                <span dir="auto">{note.text}</span> <SaidValues fields={note.fields} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
