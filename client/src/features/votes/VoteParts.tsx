import { Suspense } from 'react'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { stepPlace, useIsFacilitator, useSession } from '../session/index.ts'
import { VoteBar, VotesOnCanvas } from './lazy-parts.ts'
import { useOpenVote, useVotesPlace } from './votes-context.ts'

/** Under the board's bar; on a phone at the thumb. Only while there is a vote, or a step that is for one. */
export function VoteBarAt({ side }: { readonly side: 'top' | 'bottom' }) {
  const isPhone = useMediaQuery(phoneWidth)
  const hasVotes = useHasVotes()
  const session = useSession()
  const isFacilitator = useIsFacilitator()
  const isForVoting = isFacilitator && session !== undefined && stepPlace(session)?.mode === 'vote'
  if (isPhone !== (side === 'bottom') || !(hasVotes || isForVoting)) return null
  return (
    <Suspense>
      <VoteBar />
    </Suspense>
  )
}

export function VoteMarks() {
  return <Suspense>{useHasVotes() ? <VotesOnCanvas /> : null}</Suspense>
}

function useHasVotes(): boolean {
  const open = useOpenVote()
  const { shownRoundId } = useVotesPlace()
  return open !== undefined || shownRoundId !== undefined
}
