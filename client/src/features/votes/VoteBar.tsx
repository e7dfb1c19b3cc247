import { useReadable } from '../../ui/use-readable.ts'
import { stepPlace, useIsFacilitator, useSession } from '../session/index.ts'
import { ClosedBar } from './ClosedBar.tsx'
import { OpenBar } from './OpenBar.tsx'
import { ReadyBar } from './ReadyBar.tsx'
import { useOpenVote, useVotesPlace } from './votes-context.ts'

/** How one stands in the vote that is open, the way to the result of the one that was, and for facilitators the next. */
export function VoteBar() {
  const { shownRoundId, said } = useVotesPlace()
  const open = useOpenVote()
  const session = useSession()
  const isFacilitator = useIsFacilitator()
  const place = session && stepPlace(session)
  const words = useReadable(said)
  return (
    <>
      {open ? <OpenBar round={open} /> : null}
      {!open && shownRoundId !== undefined ? <ClosedBar roundId={shownRoundId} /> : null}
      {!open && shownRoundId === undefined && isFacilitator && place?.mode === 'vote' ? (
        <ReadyBar step={place.step} />
      ) : null}
      <p className="visually-hidden" role="status">
        {words}
      </p>
    </>
  )
}
