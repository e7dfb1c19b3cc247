import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '#shared/http/sessions.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { countryName } from '../country/index.ts'
import styles from './SummaryDialog.module.css'
import { useWords } from './use-words.ts'

/** Who took part, from how many countries and organisations; by name for who asks. */
export function SummaryPeople({ summary }: { readonly summary: SessionSummary }) {
  const { t } = useTranslation('session')
  const { language } = useLanguage()
  const { number, nameList } = useWords()
  const { people, countries, organisations } = summary
  const nameOf = (code: string) => countryName(code, language)
  return (
    <>
      <dl className={styles.figures}>
        <Figure name={t('summary.people')} value={number(people.reduce((sum, { standsFor }) => sum + standsFor, 0))} />
        <Figure name={t('summary.countries')} value={number(countries.length)} />
        <Figure name={t('summary.organisations')} value={number(organisations.length)} />
      </dl>
      {countries.length > 0 ? <p className={styles.soft}>{nameList(countries.map(nameOf))}</p> : null}
      {organisations.length > 0 ? <p className={styles.soft}>{nameList(organisations)}</p> : null}
      {people.length > 0 ? (
        <details className={styles.names}>
          <summary>{t('summary.who')}</summary>
          <ul className={styles.zones}>
            {people.map(({ participantId, name, country, organisation, standsFor }) => (
              <li key={participantId}>
                <span>
                  <bdi>{name}</bdi>
                  {standsFor > 1 ? ` ×${number(standsFor)}` : ''}
                </span>
                <span className={styles.from}>
                  {country === null ? '' : nameOf(country)}
                  {country !== null && organisation !== null ? ' · ' : ''}
                  <bdi>{organisation}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
