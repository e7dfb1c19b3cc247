import { CornerDownRight, CornerUpLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CanvasHandle, Carried, NoteSummary } from '../../canvas/canvas-handle.ts'
import { type CarriedTo, FromBoard, ToBoard } from '../feed/index.ts'
import styles from './carry.module.css'
import { useZoneNames } from './use-zone-names.ts'

export type EndsProps = {
  readonly canvas: CanvasHandle
  readonly note: Pick<NoteSummary, 'from' | 'fromBoard' | 'wentTo'>
  /** Its copies on other boards. */
  readonly carriedTo: readonly CarriedTo[]
}

/** Where a copy came from, and where copies of a note went: each is the way there. */
export function Ends(props: EndsProps) {
  const { from, fromBoard, wentTo } = props.note
  return from || fromBoard || wentTo.length > 0 || props.carriedTo.length > 0 ? <EndList {...props} /> : null
}

function EndList({ canvas, note: { from, fromBoard, wentTo }, carriedTo }: EndsProps) {
  const { t } = useTranslation('board')
  const nameOf = useZoneNames(canvas)
  const go = ({ noteId, zoneId }: Carried) => {
    if (noteId !== undefined) canvas.goToNote(noteId)
    else if (zoneId !== undefined) canvas.goToZone(zoneId)
  }
  const outside = t('notes.outside')
  const backLabel = from?.noteId === undefined ? 'backToZone' : 'back'
  return (
    <ul className={styles.ends}>
      {fromBoard ? (
        <li>
          <FromBoard from={fromBoard} className={styles.end} iconClassName={styles.icon} />
        </li>
      ) : null}
      {from ? (
        <li>
          {from.noteId === undefined && from.zoneId === undefined ? (
            <span className={styles.end}>{t('carry.gone')}</span>
          ) : (
            <button
              type="button"
              className={styles.end}
              aria-label={t(`carry.${backLabel}`, { zone: nameOf(from.zoneId) || outside })}
              onClick={() => go(from)}
            >
              <CornerUpLeft className={styles.icon} size={14} aria-hidden="true" />
              {from.zoneId ? t('carry.from', { zone: nameOf(from.zoneId) }) : t('carry.fromOutside')}
            </button>
          )}
        </li>
      ) : null}
      {wentTo.map((end) => (
        <li key={end.noteId}>
          <button
            type="button"
            className={styles.end}
            aria-label={t('carry.on', { zone: nameOf(end.zoneId) || outside })}
            onClick={() => go(end)}
          >
            <CornerDownRight className={styles.icon} size={14} aria-hidden="true" />
            {end.zoneId ? t('carry.wentTo', { zone: nameOf(end.zoneId) }) : t('carry.wentOutside')}
          </button>
        </li>
      ))}
      {carriedTo.map((to) => (
        <li key={to.id}>
          <ToBoard to={to} className={styles.end} iconClassName={styles.icon} />
        </li>
      ))}
    </ul>
  )
}
