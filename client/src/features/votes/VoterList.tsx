import { useTranslation } from 'react-i18next'
import type { OpenVote, Voter } from '#shared/session/votes/round.ts'
import { useWords } from '../session/index.ts'
import { useLeaveOut } from './use-leave-out.ts'
import { useVoters } from './use-voters.ts'
import { VoterRow } from './VoterRow.tsx'
import styles from './VotesPanel.module.css'
import { doneVoters, leftOf } from './voters.ts'

/** Who has dots left: names and numbers, never where dots are. */
export function VoterList({ round }: { readonly round: OpenVote }) {
  const { t } = useTranslation('votes')
  const { number } = useWords()
  const voters = useVoters(round)
  const { leaveOut, busyId } = useLeaveOut(round.id)
  const counted = voters.filter(({ isLeftOut }) => !isLeftOut)
  return (
    <>
      <p className={styles.intro} role="status">
        {t('bar.progress', { done: number(doneVoters(counted).length), count: counted.length })}
      </p>
      <ul className={styles.list}>
        {inOrder(voters).map((voter) => (
          <VoterRow
            key={voter.participantId}
            voter={voter}
            words={t('voters.left', { count: leftOf(voter), left: number(leftOf(voter)) })}
            isBusy={busyId === voter.participantId}
            onLeaveOut={() => leaveOut(voter)}
          />
        ))}
      </ul>
    </>
  )
}

/** Those who have most to give first, and who is left out last. */
function inOrder(voters: readonly Voter[]): readonly Voter[] {
  return voters.toSorted(
    (a, b) => Number(a.isLeftOut) - Number(b.isLeftOut) || leftOf(b) - leftOf(a) || a.name.localeCompare(b.name),
  )
}
