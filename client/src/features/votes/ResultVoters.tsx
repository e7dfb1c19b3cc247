import { useTranslation } from 'react-i18next'
import type { ResultView, VoteRound, Voter } from '#shared/session/votes/round.ts'
import { useWords } from '../session/index.ts'
import { useLeaveOut } from './use-leave-out.ts'
import { VoterRow } from './VoterRow.tsx'
import styles from './VotesPanel.module.css'

export type ResultVotersProps = {
  readonly round: VoteRound
  readonly result: ResultView
  readonly voters: readonly Voter[]
}

/** Who voted. In a named round somebody can be left out afterwards, and what was changed is told. */
export function ResultVoters({ round, result, voters }: ResultVotersProps) {
  const { t } = useTranslation('votes')
  const { number, time } = useWords()
  const { leaveOut, busyId } = useLeaveOut(round.id)
  return (
    <details className={styles.details}>
      <summary>{t('voters.who', { count: voters.length })}</summary>
      <ul className={styles.list}>
        {voters.map((voter) => (
          <VoterRow
            key={voter.participantId}
            voter={voter}
            words={t('voters.used', {
              used: number(voter.used.dots),
              of: number(voter.budget.dots),
              count: voter.budget.dots,
            })}
            isBusy={busyId === voter.participantId}
            onLeaveOut={round.setup.isSecret ? undefined : () => leaveOut(voter)}
          />
        ))}
      </ul>
      {round.setup.isSecret ? <p className={styles.soft}>{t('voters.secret')}</p> : null}
      {result.changes.map(({ atMs, byName, name, isLeftOut, participantId }) => (
        <p key={`${atMs} ${participantId}`} className={styles.soft}>
          {t(isLeftOut ? 'voters.changedOut' : 'voters.changedIn', { by: byName, name, time: time(atMs) })}
        </p>
      ))}
    </details>
  )
}
