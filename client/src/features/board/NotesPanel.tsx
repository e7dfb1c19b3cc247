import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle, NoteSummary, ZoneSummary } from '../../canvas/canvas-handle.ts'
import { Progress } from '../../ui/Progress.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { CarryOnButton } from '../carry/index.ts'
import { type CarriedTo, useCarriedTo } from '../feed/index.ts'
import { ZoneValuesButton } from '../values/index.ts'
import { AddNote } from './AddNote.tsx'
import { NoteRow } from './NoteRow.tsx'
import styles from './NotesPanel.module.css'

export type NotesPanelProps = {
  readonly canvas: CanvasHandle | undefined
  readonly isReadOnly: boolean
  readonly mayCarryOn: boolean
}

/** Everything written on the board as a list: to read with a screen reader, to write without a mouse. */
export function NotesPanel({ canvas, ...rest }: NotesPanelProps) {
  const { t } = useTranslation('board')
  if (!canvas) return <Progress label={t('board.opening', { ns: 'common' })} />
  return <NotesByZone canvas={canvas} {...rest} />
}

function NotesByZone({ canvas, ...rest }: NotesPanelProps & { readonly canvas: CanvasHandle }) {
  const { t } = useTranslation('board')
  const zones = useReadable(canvas.zones)
  const notes = useReadable(canvas.notes)
  const pages = useReadable(canvas.pages)
  const carriedTo = useCarriedTo()
  const outside = notes.filter(({ zoneId }) => !zones.some(({ id }) => id === zoneId))
  return (
    <>
      <p className={styles.total} role="status">
        {t('notes.total', { count: notes.length })}
      </p>
      {pages.map((page) => (
        <Fragment key={page.id}>
          {pages.length > 1 ? (
            <h3 className={styles.page} dir="auto">
              {page.title}
            </h3>
          ) : null}
          {zones
            .filter(({ pageId }) => pageId === page.id)
            .map((zone) => (
              <ZoneSection
                key={zone.id}
                {...{ canvas, zone, carriedTo }}
                {...rest}
                notes={notes.filter(({ zoneId }) => zoneId === zone.id)}
              />
            ))}
        </Fragment>
      ))}
      {outside.length > 0 || zones.length === 0 ? (
        <ZoneSection {...{ canvas, carriedTo }} {...rest} zone={undefined} notes={outside} />
      ) : null}
    </>
  )
}

type ZoneSectionProps = NotesPanelProps & {
  readonly canvas: CanvasHandle
  /** Undefined for what lies outside every zone. */
  readonly zone: ZoneSummary | undefined
  readonly notes: readonly NoteSummary[]
  readonly carriedTo: ReadonlyMap<string, readonly CarriedTo[]>
}

const nowhere: readonly CarriedTo[] = []

function ZoneSection({ canvas, isReadOnly, mayCarryOn, zone, notes, carriedTo }: ZoneSectionProps) {
  const { t } = useTranslation('board')
  const heading = zone?.name ?? t('notes.outside')
  return (
    // A group and no region: a board has a dozen zones, and that many landmarks would bury the real ones.
    <fieldset className={styles.zone} aria-label={heading}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          {zone ? (
            <button type="button" className={styles.go} onClick={() => canvas.goToZone(zone.id)}>
              {heading}
            </button>
          ) : (
            heading
          )}
        </h3>
        <div className={styles.ways}>
          {zone && zone.fields.length > 0 ? (
            <ZoneValuesButton canvas={canvas} zoneId={zone.id} label={t('values.openZone', { zone: heading })}>
              {t('values.open')}
            </ZoneValuesButton>
          ) : null}
          {mayCarryOn && zone && notes.length > 0 ? (
            <CarryOnButton
              canvas={canvas}
              source={{ zoneKeys: [zone.key] }}
              label={t('carry.openZone', { zone: heading })}
              isQuiet
            >
              {t('carry.open')}
            </CarryOnButton>
          ) : null}
        </div>
      </div>
      {zone?.prompt ? <p className={styles.prompt}>{zone.prompt}</p> : null}
      {zone && zone.told.length > 0 ? (
        <ul className={styles.told}>
          {zone.told.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      <ul className={styles.notes}>
        {notes.map((note) => (
          <NoteRow key={note.id} {...{ canvas, note, isReadOnly }} carriedTo={carriedTo.get(note.id) ?? nowhere} />
        ))}
      </ul>
      {isReadOnly ? null : <AddNote {...{ canvas, zone }} zoneHeading={heading} />}
    </fieldset>
  )
}
