import { Armchair } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runningRound, tableOf } from '#shared/session/tables/rounds.ts'
import type { SessionView } from '#shared/session/view.ts'
import { Button } from '../../../ui/Button.tsx'
import { preloadTables, TablesDialog } from './lazy-tables.ts'
import styles from './TablesRow.module.css'
import { tableSets } from './table-sets.ts'
import { useTablePeople } from './use-table-people.ts'

export type TablesRowProps = {
  readonly session: SessionView
  /** Shows them beside the canvas; undefined where there is no room for that. */
  readonly onTables: (() => void) | undefined
}

/** In the run of show: how the tables stand, and the way to them. */
export function TablesRow({ session, onTables }: TablesRowProps) {
  const { t } = useTranslation('tables')
  const [isPlanning, setIsPlanning] = useState(false)
  const { guests } = useTablePeople()
  useEffect(preloadTables, [])
  if (tableSets(session.plan.steps).length === 0) return null
  const round = runningRound(session) ?? session.tables.rounds[0]
  const unseated = round ? guests.filter(({ participantId }) => tableOf(round, participantId) === undefined).length : 0
  return (
    <div className={styles.row}>
      <p className={styles.words}>
        <Armchair size={16} aria-hidden="true" />
        {round ? t('now.row', { count: round.tables.length }) : t('now.rowUnplanned')}
        {unseated > 0 ? <span className={styles.warn}> · {t('now.unseated', { count: unseated })}</span> : null}
      </p>
      <Button size="small" onClick={round && onTables ? onTables : () => setIsPlanning(true)}>
        {round ? t('now.open') : t('plan.do')}
      </Button>
      <Suspense>
        {isPlanning ? <TablesDialog stepId={undefined} onClose={() => setIsPlanning(false)} /> : null}
      </Suspense>
    </div>
  )
}
