import { useTranslation } from 'react-i18next'
import { localise } from '#shared/board/local-text.ts'
import { summariseValues, type ValueSummary } from '#shared/board/value-summary.ts'
import { sayValue } from '#shared/board/value-words.ts'
import type { ZoneField } from '#shared/board/zone-fields.ts'
import { formatNumber } from '#shared/formats.ts'
import type { ZoneValues } from '../../canvas/values/canvas-values.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import table from '../../ui/PlainTable.module.css'
import { CellSummaries } from './CellSummaries.tsx'
import { Split } from './Split.tsx'
import styles from './Summary.module.css'
import tones from './tones.module.css'
import { useSaidSummary } from './use-said-summary.ts'
import { valuesOf } from './values-of.ts'

export type FieldSummaryProps = { readonly field: ZoneField; readonly zone: ZoneValues }

/** What all notes of a zone say of one field: in words, as a table with bars, and part by part of the background. */
export function FieldSummary({ field, zone }: FieldSummaryProps) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const say = useSaidSummary()
  const summary = summariseValues(field, valuesOf(field, zone.notes))
  const label = localise(field.label, language)
  return (
    <section className={styles.field} aria-label={label}>
      <h3 className={styles.label}>{label}</h3>
      <p className={styles.facts}>
        <span>{t('carried', { count: summary.count, of: zone.notes.length })}</span>
        {summary.count > 0 && field.kind !== 'words' ? <span>{say(summary)}</span> : null}
        {summary.isSplit ? <Split /> : null}
      </p>
      {summary.count > 0 && summary.shares.length > 0 ? <Shares summary={summary} label={label} /> : null}
      {summary.count > 0 ? <CellSummaries {...{ field, zone }} /> : null}
    </section>
  )
}

function Shares({ summary, label }: { readonly summary: ValueSummary; readonly label: string }) {
  const { t } = useTranslation('board', { keyPrefix: 'values' })
  const { language } = useLanguage()
  const most = Math.max(...summary.shares.map(({ count }) => count))
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('notes')}</th>
        </tr>
      </thead>
      <tbody>
        {summary.shares.map(({ value, count }) => {
          const { symbol, word, tone } = sayValue(summary.field, value, language)
          return (
            <tr key={value}>
              <th scope="row" className={styles.word}>
                <span className={tones[tone]} aria-hidden="true">
                  {symbol}{' '}
                </span>
                {word}
              </th>
              <td className={styles.bars}>
                <div>
                  <span className={styles.bar} data-tone={tone} style={{ inlineSize: `${(100 * count) / most}%` }} />
                  <span className={styles.count}>{formatNumber(count, language)}</span>
                  <span className={styles.part}>
                    {formatNumber(count / summary.count, language, { style: 'percent' })}
                  </span>
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
