import { useTranslation } from 'react-i18next'
import { type LocalText, localise } from '#shared/board/local-text.ts'
import { summariseTable, summariseValues, type ValueSummary } from '#shared/board/value-summary.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import type { ZoneValues } from '../../canvas/values/canvas-values.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import table from '../../ui/PlainTable.module.css'
import { Split } from './Split.tsx'
import styles from './Summary.module.css'
import { useSaidSummary } from './use-said-summary.ts'
import { valuesOf } from './values-of.ts'

export type CellSummariesProps = { readonly field: ZoneField; readonly zone: ZoneValues }

/** The same, for each part of the background in which there is a note. */
export function CellSummaries({ field, zone }: CellSummariesProps) {
  if (zone.cells.length < 2) return null
  return zone.table ? <ByRowAndColumn {...{ field, zone }} {...zone.table} /> : <ByPart {...{ field, zone }} />
}

function ByPart({ field, zone }: CellSummariesProps) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const parts = zone.cells.flatMap(({ index, words }) => {
    const notes = zone.notes.filter(({ cell }) => cell?.index === index)
    const summary = summariseValues(field, valuesOf(field, notes))
    return summary.count === 0 ? [] : [{ index, words, summary }]
  })
  if (parts.length === 0) return null
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('part')}</th>
          <th scope="col">{t('say')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ index, words, summary }) => (
          <tr key={index}>
            <th scope="row">{localise(words, language)}</th>
            <Cell summary={summary} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type TableHeads = { readonly columns: readonly LocalText[]; readonly rows: readonly LocalText[] }

function ByRowAndColumn({ field, zone, columns, rows }: CellSummariesProps & TableHeads) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const placed = zone.notes.flatMap(({ cell, values }) => {
    const value = values[field.key]
    const { row, column } = cell ?? {}
    return row === undefined || column === undefined || value === undefined ? [] : [{ row, column, value }]
  })
  if (placed.length === 0) return null
  const sums = summariseTable(field, placed, { rows: rows.length, columns: columns.length })
  const isWeakest = (row: number, column: number) =>
    sums.weakest.some((cell) => cell.row === row && cell.column === column)
  const name = (text: LocalText | undefined) => localise(text ?? { en: '' }, language)
  return (
    <div className={styles.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <td />
            {columns.map((column, c) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place alone
              <th key={c} scope="col">
                {name(column)}
              </th>
            ))}
            <th scope="col">{t('all')}</th>
          </tr>
        </thead>
        <tbody>
          {sums.cells.map((line, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as are rows
            <tr key={r}>
              <th scope="row">{name(rows[r])}</th>
              {line.map((summary, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Cell key={c} summary={summary} isWeakest={isWeakest(r, c)} />
              ))}
              <Cell summary={sums.rows[r]} />
            </tr>
          ))}
          <tr>
            <th scope="row">{t('all')}</th>
            {sums.columns.map((summary, c) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Cell key={c} summary={summary} />
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Cell({ summary, isWeakest }: { readonly summary: ValueSummary | undefined; readonly isWeakest?: boolean }) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const say = useSaidSummary()
  if (!summary || summary.count === 0) return <td className={styles.empty}>–</td>
  return (
    <td>
      {say(summary)}
      {summary.isSplit ? <Split /> : null}
      {isWeakest ? (
        <span className={styles.weakest}>
          <span aria-hidden="true">▼ </span>
          {t(summary.field.kind === 'scale' ? 'lowest' : 'weakest')}
        </span>
      ) : null}
    </td>
  )
}
