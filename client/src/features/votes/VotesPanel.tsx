import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../ui/Tabs.tsx'
import { useIsFacilitator } from '../session/index.ts'
import { NoVotesYet } from './NoVotesYet.tsx'
import { ResultsPart } from './ResultsPart.tsx'
import { useRounds } from './use-rounds.ts'
import { VoteList } from './VoteList.tsx'
import { VoterList } from './VoterList.tsx'
import { useBallot, useOpenVote, useVotesPlace } from './votes-context.ts'

type Part = 'vote' | 'voters' | 'results'

export type VotesPanelProps = {
  /** The round in which one votes here, or looks on, is closed; the bar says so. */
  readonly onRoundEnded?: (() => void) | undefined
}

/** The vote as a list, who has dots left, and what came of the rounds. */
export function VotesPanel({ onRoundEnded }: VotesPanelProps) {
  const { t } = useTranslation('votes')
  const { shownRoundId } = useVotesPlace()
  const open = useOpenVote()
  const ballot = useBallot()
  const isFacilitator = useIsFacilitator()
  const { data: rounds = [] } = useRounds()
  const closed = rounds.filter(({ closedAtMs }) => closedAtMs !== null)
  const [chosen, setChosen] = useState<Part>()
  const parts: Part[] = [
    ...(open && ballot ? (['vote'] as const) : []),
    ...(open && isFacilitator ? (['voters'] as const) : []),
    ...(closed.length > 0 ? (['results'] as const) : []),
  ]
  const [first] = parts
  const part = chosen && parts.includes(chosen) ? chosen : first
  useRoundEnd(open?.id, part !== 'results', onRoundEnded)
  if (!part) return <NoVotesYet isOpen={open !== undefined} />
  const content = (
    <>
      {part === 'vote' && open ? <VoteList round={open} /> : null}
      {part === 'voters' && open ? <VoterList round={open} /> : null}
      {part === 'results' ? <ResultsPart key={shownRoundId} rounds={closed} /> : null}
    </>
  )
  if (parts.length === 1) return content
  return (
    <Tabs
      label={t('panel.parts')}
      value={part}
      onChange={setChosen}
      tabs={parts.map((value) => ({ value, label: t(`panel.${value}`) }))}
    >
      {content}
    </Tabs>
  )
}

/** @param isInRound - what is shown is of the round that is open */
function useRoundEnd(openId: string | undefined, isInRound: boolean, onEnd: (() => void) | undefined): void {
  const before = useRef<{ openId: string | undefined; isInRound: boolean }>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = { openId, isInRound }
    if (last?.isInRound && last.openId !== undefined && openId === undefined) onEnd?.()
  }, [openId, isInRound, onEnd])
}
