import { useTranslation } from 'react-i18next'
import { useWords } from '../use-words.ts'
import type { OwnTable } from './own-table.ts'

/** How a person is told where she sits: "Round 2: you move to Table 4 · 5 new people". */
export function useTableWords(): (own: OwnTable) => string {
  const { t } = useTranslation('session')
  const { zoneName, number } = useWords()
  return ({ zone, round, came, newCount }) => {
    const place = t(`move.table.${came}`, { table: zoneName(zone), round: number(round) })
    return came === 'first' || newCount === 0 ? place : `${place} · ${t('move.newPeople', { count: newCount })}`
  }
}
