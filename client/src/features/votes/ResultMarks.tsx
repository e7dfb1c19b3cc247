import { useTranslation } from 'react-i18next'
import type { ResultTarget } from '#shared/session/votes/round.ts'
import type { ItemPlace } from '../../canvas/items/canvas-items.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './OnCanvas.module.css'
import { PictureFrame } from './PictureFrame.tsx'
import { usePlaces } from './use-places.ts'
import { useRound } from './use-rounds.ts'

/** The first three are seen from afar; others where there is room for a number. */
const bestRank = 3
const roomForNumberPx = 36
/** On a smaller one the place alone has room. */
const roomForBothPx = 80

/** How often each note was voted for, and which were the first three; in pictures where. */
export function ResultMarks({ roundId }: { readonly roundId: string }) {
  const { data: round } = useRound(roundId)
  const targets = round?.result?.targets ?? []
  const { places } = usePlaces(targets.map(({ targetId }) => targetId))
  const byId = new Map(targets.map((target) => [target.targetId, target]))
  return places.map((place) => {
    const target = byId.get(place.id)
    if (!target || (target.votes === 0 && target.superVotes === 0)) return null
    return (
      <div key={place.id}>
        {target.points.length > 0 ? <Heat place={place} target={target} /> : null}
        {isBest(target) || place.w >= roomForNumberPx ? <Badge place={place} target={target} /> : null}
      </div>
    )
  })
}

type MarkProps = { readonly place: ItemPlace; readonly target: ResultTarget }

function Badge({ place: { x, y, w }, target }: MarkProps) {
  const { t } = useTranslation('votes')
  const { rank, votes, superVotes } = target
  const place = isBest(target) ? rank : null
  const hasNumber = place === null || w >= roomForBothPx
  return (
    <div className={styles.badgeAt} style={{ transform: `translate(${x + w}px, ${y}px)` }}>
      <p className={classNames(styles.badge, isBest(target) && styles.best)}>
        {place === null ? null : (
          <span className={hasNumber ? styles.rank : undefined}>{t('place', { rank: place })}</span>
        )}
        {votes > 0 && hasNumber ? <span aria-hidden="true">{votes}</span> : null}
        {superVotes > 0 ? <span aria-hidden="true">★{superVotes}</span> : null}
        <span className="visually-hidden">
          {t('votes', { count: votes })} {superVotes > 0 ? t('superVotes', { count: superVotes }) : ''}
        </span>
      </p>
    </div>
  )
}

/** Where many dots lie it is dark; each dot can be counted all the same. */
function Heat({ place, target: { points } }: MarkProps) {
  const at = ({ x, y }: ResultTarget['points'][number]) => ({ left: `${x * 100}%`, top: `${y * 100}%` })
  return (
    <PictureFrame place={place}>
      {points.map((point, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no names, and several may lie in one place.
        <span key={`heat ${i}`} className={styles.heat} style={at(point)} />
      ))}
      {points.map((point, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          key={`dot ${i}`}
          className={classNames(styles.point, point.isSuper && styles.superPoint)}
          style={at(point)}
        />
      ))}
    </PictureFrame>
  )
}

function isBest({ rank, superRank }: ResultTarget): boolean {
  return (rank !== null && rank <= bestRank) || superRank === 1
}
