import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '#shared/http/sessions.ts'
import tables from '../../ui/PlainTable.module.css'
import styles from './SummaryDialog.module.css'
import { type SeatsOfSteps, seatsByStep } from './seats-by-step.ts'
import { useWords } from './use-words.ts'

/** Who sat at which table, round by round; nothing where nobody had a seat. */
export function SummaryTables({ summary: { visits, people } }: { readonly summary: SessionSummary }) {
  const { t } = useTranslation('session')
  const { titleOf, zoneName, nameList, number } = useWords()
  const rounds = seatsByStep(visits)
  if (rounds.length === 0) return null
  const names = new Map(
    people.map(({ participantId, name, standsFor }) => [
      participantId,
      standsFor > 1 ? `${name} ×${number(standsFor)}` : name,
    ]),
  )
  const titlesOf = ({ steps }: SeatsOfSteps) => nameList(steps.map(titleOf))
  return (
    <>
      <h3>{t('summary.tables')}</h3>
      {rounds.map((round) => (
        <table
          key={round.tables.flatMap(({ zone, people: seated }) => [zone, ...seated]).join(' ')}
          className={tables.table}
        >
          <caption className={styles.caption}>{titlesOf(round)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('summary.table')}</th>
              <th scope="col">{t('summary.people')}</th>
            </tr>
          </thead>
          <tbody>
            {round.tables.map(({ zone, people: seated }) => (
              <tr key={zone}>
                <th scope="row" className={styles.seatTable}>
                  <bdi>{zoneName(zone)}</bdi>
                </th>
                <td>{nameList(seated.map((id) => names.get(id) ?? t('lead.away')))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}
