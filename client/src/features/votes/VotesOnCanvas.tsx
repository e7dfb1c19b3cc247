import { createPortal } from 'react-dom'
import { constant, useReadableOr } from '../../ui/use-readable.ts'
import { NoteControls } from './NoteControls.tsx'
import { PictureDots } from './PictureDots.tsx'
import { ResultMarks } from './ResultMarks.tsx'
import { useOpenVote, useVotesPlace } from './votes-context.ts'

const nowhere = constant<HTMLElement | null>(null)

/** What votes put over the board: one's own dots while a round is open, its result when it is closed. */
export function VotesOnCanvas() {
  const { canvas, shownRoundId } = useVotesPlace()
  const overlay = useReadableOr(canvas?.items.overlay, nowhere)
  const open = useOpenVote()
  if (!overlay) return null
  return createPortal(
    open ? (
      open.setup.target === 'pictures' ? (
        <PictureDots round={open} />
      ) : (
        <NoteControls round={open} />
      )
    ) : shownRoundId ? (
      <ResultMarks roundId={shownRoundId} />
    ) : null,
    overlay,
  )
}
