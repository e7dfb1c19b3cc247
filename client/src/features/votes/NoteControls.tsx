import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OpenVote } from '#shared/session/votes/round.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { constant, useReadableOr } from '../../ui/use-readable.ts'
import { layOutControls } from './lay-out-controls.ts'
import styles from './OnCanvas.module.css'
import { OwnDots, Stepper } from './Stepper.tsx'
import { TouchButton } from './TouchButton.tsx'
import { useItemName } from './use-item-name.ts'
import { usePlaces } from './use-places.ts'
import { useVoteKeys } from './use-vote-keys.ts'
import { useVoting, type Voting } from './use-voting.ts'
import { useVotableItems } from './votable-items.ts'
import { useVotesPlace } from './votes-context.ts'

const nothing = constant<string | undefined>(undefined)

/** − and + on every note that may be voted on and is in view. */
export function NoteControls({ round }: { readonly round: OpenVote }) {
  const { canvas } = useVotesPlace()
  const items = useVotableItems(round.setup)
  const voting = useVoting()
  const selectedId = useReadableOr(canvas?.items.selectedId, nothing)
  const { places } = usePlaces(items.map(({ id }) => id))
  useVoteKeys(items, voting)
  if (!voting) return null
  const byId = new Map(items.map((item) => [item.id, item]))
  return layOutControls(places, selectedId).map(({ id, look, x, y }) => {
    const item = byId.get(id)
    if (!item) return null
    return (
      <div key={id} className={styles.control} style={{ transform: `translate(${x}px, ${y}px)` }}>
        {look === 'stepper' ? <Stepper {...{ item, voting }} isOnCanvas /> : <SmallButton {...{ item, voting }} />}
      </div>
    )
  })
}

/** Puts the first dot; with dots there, opens − and +. */
function SmallButton({ item, voting }: { readonly item: BoardItem; readonly voting: Voting }) {
  const { t } = useTranslation('votes')
  const { canvas } = useVotesPlace()
  const name = useItemName()(item)
  const dots = voting.dotsOn(item.id)
  return (
    <TouchButton
      tabIndex={-1}
      aria-label={dots.length > 0 ? t('change', { name }) : t('put', { name })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (dots.length > 0 ? canvas?.items.select(item.id) : voting.put(item))}
    >
      {dots.length > 0 ? <OwnDots dots={dots} /> : <Plus size={20} aria-hidden="true" />}
    </TouchButton>
  )
}
