import { useTranslation } from 'react-i18next'
import type { ResultView, VoteRound } from '#shared/session/votes/round.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useIsFacilitator, useWords } from '../session/index.ts'
import { AfterVote } from './AfterVote.tsx'
import { ResultRow } from './ResultRow.tsx'
import { ResultVoters } from './ResultVoters.tsx'
import { useRoundTitle } from './use-round-title.ts'
import styles from './VotesPanel.module.css'
import { useVotesPlace } from './votes-context.ts'

export type ResultsProps = { readonly round: VoteRound; readonly result: ResultView }

/** A closed round: its notes by rank, each a way to where it lies. */
export function Results({ round, result }: ResultsProps) {
  const { t } = useTranslation('votes')
  const { shownRoundId, showRound } = useVotesPlace()
  const { zoneNames } = useWords()
  const isFacilitator = useIsFacilitator()
  const titleOf = useRoundTitle()
  const { setup } = round
  const most = Math.max(1, ...result.targets.map(({ votes }) => votes))
  return (
    <section aria-label={t('panel.results')}>
      <h3 className={styles.heading} dir="auto">
        {titleOf(round)}
      </h3>
      <p className={styles.soft}>
        {[
          setup.isStraw ? t('straw') : '',
          t('votes', { count: result.votes }),
          result.superVotes > 0 ? t('superVotes', { count: result.superVotes }) : '',
          t(setup.isSecret ? 'secretShort' : 'namedShort'),
          setup.zones.length > 0 ? zoneNames(setup.zones) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Switch
        label={t('results.onNotes')}
        isOn={shownRoundId === round.id}
        onChange={(isOn) => showRound(isOn ? round.id : undefined)}
      />
      {result.targets.length === 0 ? <p className={styles.soft}>{t('results.nobody')}</p> : null}
      <ol className={styles.list}>
        {result.targets.map((target) => (
          <ResultRow key={target.targetId} {...{ target, most }} />
        ))}
      </ol>
      {isFacilitator && result.targets.length > 0 ? <AfterVote {...{ round, result }} /> : null}
      {isFacilitator && result.voters ? <ResultVoters {...{ round, result }} voters={result.voters} /> : null}
    </section>
  )
}
