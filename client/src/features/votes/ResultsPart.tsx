import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VoteRound } from '#shared/session/votes/round.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState } from '../problem/index.ts'
import { stepPlace, useIsFacilitator, useSession, useWords } from '../session/index.ts'
import { CompareDialog } from './CompareDialog.tsx'
import { OpenVoteButtons } from './OpenVoteButtons.tsx'
import { Results } from './Results.tsx'
import { useRoundTitle } from './use-round-title.ts'
import { useRound } from './use-rounds.ts'
import styles from './VotesPanel.module.css'
import { useOpenVote, useVotesPlace } from './votes-context.ts'

/** What came of the rounds: one at a time, or side by side. */
export function ResultsPart({ rounds }: { readonly rounds: readonly VoteRound[] }) {
  const { t } = useTranslation('votes')
  const { shownRoundId } = useVotesPlace()
  const { number, time } = useWords()
  const titleOf = useRoundTitle()
  const [chosenId, setChosenId] = useState(shownRoundId ?? rounds[0]?.id ?? '')
  const [isComparing, setIsComparing] = useState(false)
  const isFacilitator = useIsFacilitator()
  const open = useOpenVote()
  const session = useSession()
  const place = session && stepPlace(session)
  const step = place?.mode === 'vote' ? place.step : undefined
  return (
    <>
      {rounds.length > 1 ? (
        <div className={styles.choose}>
          <Select label={t('results.round')} value={chosenId} onChange={(event) => setChosenId(event.target.value)}>
            {rounds.map((round) => (
              <option key={round.id} value={round.id}>
                {t('results.option', {
                  number: number(round.number),
                  title: titleOf(round),
                  time: time(round.closedAtMs ?? round.openedAtMs),
                })}
              </option>
            ))}
          </Select>
          <Button onClick={() => setIsComparing(true)}>{t('results.compare')}</Button>
        </div>
      ) : null}
      <OneRound key={chosenId} roundId={chosenId} />
      {isFacilitator && !open ? (
        <div className={styles.actions}>
          <OpenVoteButtons step={step} before={rounds.find(({ stepId }) => step && stepId === step.id)} />
        </div>
      ) : null}
      {isComparing ? <CompareDialog rounds={rounds} onClose={() => setIsComparing(false)} /> : null}
    </>
  )
}

function OneRound({ roundId }: { readonly roundId: string }) {
  const { t } = useTranslation('votes')
  const round = useRound(roundId)
  if (round.data?.result) return <Results round={round.data} result={round.data.result} />
  if (round.isError) return <ProblemState error={round.error} query={round} />
  return <Progress label={t('results.loading')} />
}
