import { Star, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RotationPlan } from '#shared/session/tables/seating.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { tableOf } from './change-draft.ts'
import styles from './SeatTools.module.css'
import type { ChosenSeat, SeatedPerson, TableName } from './seated-person.ts'

export type SeatToolsProps = {
  readonly chosen: ChosenSeat
  readonly tables: readonly TableName[]
  readonly people: ReadonlyMap<string, SeatedPerson>
  readonly hosts: Readonly<Record<string, number>>
  readonly onHost: (participantId: string, table: number | undefined) => void
  readonly onUnseat: ((participantId: string) => void) | undefined
  readonly plan: RotationPlan
  readonly onSeat: (table: number | undefined) => void
  readonly onClose: () => void
}

/** What can be done with the person that is chosen: the second of two taps. */
export function SeatTools({ chosen, plan, tables, people, hosts, onSeat, onHost, onUnseat, onClose }: SeatToolsProps) {
  const { t } = useTranslation('tables')
  const bar = useRef<HTMLDivElement>(null)
  const { participantId, round } = chosen
  const name = people.get(participantId)?.name ?? t('seats.gone')
  const at = tableOf(plan[round], participantId)
  const isHost = hosts[participantId] !== undefined
  // On a phone it may lie below what is seen.
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    <div
      className={styles.tools}
      ref={bar}
      role="toolbar"
      aria-label={t('tools.label', { name })}
      onKeyDown={closeOnEscape}
    >
      <p className={styles.words}>{t('tools.moveTo', { name })}</p>
      <div className={styles.choices}>
        {tables.map(({ zone, name: table }, number) => (
          <Button
            key={zone}
            size="small"
            disabled={number === at}
            onClick={() => {
              onSeat(number)
              onClose()
            }}
          >
            <bdi>{table}</bdi>
          </Button>
        ))}
      </div>
      <div className={styles.choices}>
        {at === undefined ? null : (
          <Button
            size="small"
            kind="quiet"
            aria-pressed={isHost}
            onClick={() => onHost(participantId, isHost ? undefined : at)}
          >
            <Star size={16} aria-hidden="true" />
            {t(isHost ? 'tools.noHost' : 'tools.host')}
          </Button>
        )}
        {at === undefined || !onUnseat ? null : (
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              onUnseat(participantId)
              onClose()
            }}
          >
            {t('tools.unseat')}
          </Button>
        )}
        <IconButton size="small" label={t('tools.close')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  )
}
