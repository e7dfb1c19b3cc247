import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '#shared/http/sessions.ts'
import tables from '../../ui/PlainTable.module.css'
import styles from './SummaryDialog.module.css'
import { useWords } from './use-words.ts'

type Round = SessionSummary['votes'][number]

/** Every round to the vote, in the order in which they were opened. */
export function SummaryVotes({ summary: { votes: rounds, plan } }: { readonly summary: SessionSummary }) {
  const { t } = useTranslation('session')
  const { text, number } = useWords()
  const titleOf = ({ title, stepId, number: place }: Round) => {
    const step = plan.steps.find(({ id }) => id === stepId)
    return title || (step ? text(step.title) : '') || t('summary.round', { number: number(place) })
  }
  return (
    <>
      <h3>{t('summary.votes')}</h3>
      {rounds.length === 0 ? <p className={styles.soft}>{t('summary.noVotes')}</p> : null}
      {rounds.map((round) => (
        <RoundTable key={round.id} round={round} title={titleOf(round)} />
      ))}
    </>
  )
}

type RoundTableProps = { readonly round: Round; readonly title: string }

function RoundTable({ round: { setup, result }, title }: RoundTableProps) {
  const { t } = useTranslation('session')
  const { number, nameList } = useWords()
  const hasSupers = result.superVotes > 0
  const isNamed = !setup.isSecret
  return (
    <table className={tables.table}>
      <caption className={styles.caption}>
        <bdi>{title}</bdi>
        <span className={styles.soft}>
          {' '}
          {[setup.isStraw ? t('summary.straw') : '', t('summary.voteCount', { count: result.votes })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </caption>
      {/* Nobody put a dot: no columns of nothing. */}
      <thead hidden={result.targets.length === 0}>
        <tr>
          <th scope="col">{t('summary.place')}</th>
          <th scope="col">{t('summary.note')}</th>
          <th scope="col">{t('summary.votes')}</th>
          {hasSupers ? <th scope="col">{t('summary.superVotes')}</th> : null}
          {isNamed ? <th scope="col">{t('summary.voters')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {result.targets.map(({ targetId, rank, text, votes, superVotes, voters }) => (
          <tr key={targetId}>
            <td>{rank === null ? '–' : number(rank)}</td>
            <th scope="row">
              <bdi>{text || t('summary.wordless')}</bdi>
            </th>
            <td>{number(votes)}</td>
            {hasSupers ? <td>{number(superVotes)}</td> : null}
            {isNamed ? <td>{nameList((voters ?? []).map(({ name }) => name))}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
