import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenVote } from '#shared/session/votes/round.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './OnCanvas.module.css'
import { PictureFrame } from './PictureFrame.tsx'
import { useItemName } from './use-item-name.ts'
import { usePlaces } from './use-places.ts'
import { useVoting } from './use-voting.ts'
import { useVotableItems } from './votable-items.ts'
import { useVotesPlace } from './votes-context.ts'

/** A tap inside of a picture puts a dot there; a tap on one's own dot takes it back. */
export function PictureDots({ round }: { readonly round: OpenVote }) {
  const { canvas } = useVotesPlace()
  const { t } = useTranslation('votes')
  const nameOf = useItemName()
  const items = useVotableItems(round.setup)
  const voting = useVoting()
  const { places } = usePlaces(items.map(({ id }) => id))
  const latest = useRef({ items, voting })
  latest.current = { items, voting }
  useEffect(
    () =>
      canvas?.items.takeTaps(
        () => latest.current.items.map(({ id }) => id),
        (id, point) => {
          const item = latest.current.items.find((one) => one.id === id)
          if (item) latest.current.voting?.put(item, point)
        },
      ),
    [canvas],
  )
  if (!voting) return null
  return places.map((place) => {
    const item = items.find(({ id }) => id === place.id)
    if (!item) return null
    return (
      <PictureFrame key={place.id} place={place} isOpen>
        {voting.dotsOn(item.id).map((dot) => (
          <button
            key={dot.slot}
            type="button"
            tabIndex={-1}
            className={classNames(styles.point, styles.ownPoint, dot.kind === 'super' && styles.superPoint)}
            data-sending={!dot.isSent || undefined}
            style={{ left: `${(dot.point?.x ?? 0.5) * 100}%`, top: `${(dot.point?.y ?? 0.5) * 100}%` }}
            aria-label={t('takeHere', { name: nameOf(item) })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => voting.take(item, dot.slot)}
          />
        ))}
      </PictureFrame>
    )
  })
}
