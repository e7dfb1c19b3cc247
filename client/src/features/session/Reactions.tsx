import { useEffect, useState } from 'react'
import { type Reaction, reactions } from '#shared/protocol/reactions.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { type Float, withFloats } from './float.ts'
import { ReactionIcon } from './ReactionIcon.tsx'
import styles from './Reactions.module.css'
import { useSessionPlace } from './session-context.ts'
import { useWords } from './use-words.ts'

/** Over the canvas: what people say without a word. Nobody is told it aloud: it would drown what is said. */
export function Reactions() {
  const { savesData } = useSessionPlace()
  const isSaving = useReadable(savesData)
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)')
  if (isSaving) return null
  return (
    <div className={styles.air} aria-hidden="true">
      {isStill ? <Counts /> : <Floats />}
    </div>
  )
}

function Floats() {
  const { air } = useSessionPlace()
  const { number } = useWords()
  const [floats, setFloats] = useState<readonly Float[]>([])
  useEffect(() => air.listen((counts) => setFloats((before) => withFloats(before, counts))), [air])
  return floats.map(({ id, reaction, times, lane, delayMs }) => (
    <div
      key={id}
      className={styles.float}
      data-lane={lane}
      style={{ animationDelay: `${delayMs}ms` }}
      onAnimationEnd={() => setFloats((before) => before.filter((float) => float.id !== id))}
    >
      <ReactionIcon reaction={reaction} size={24} />
      {times > 1 ? <span className={styles.times}>{number(times)}</span> : null}
    </div>
  ))
}

const countsLastMs = 4_000

/** Where nothing may move: how often each was shown, for some seconds. */
function Counts() {
  const { air } = useSessionPlace()
  const { number } = useWords()
  const [counts, setCounts] = useState<ReadonlyMap<Reaction, number>>(new Map())
  useEffect(
    () =>
      air.listen((more) =>
        setCounts((before) => {
          const next = new Map(before)
          for (const [reaction, times] of more) next.set(reaction, (next.get(reaction) ?? 0) + times)
          return next
        }),
      ),
    [air],
  )
  useEffect(() => {
    if (counts.size === 0) return
    const timer = setTimeout(() => setCounts(new Map()), countsLastMs)
    return () => clearTimeout(timer)
  }, [counts])
  return (
    <div className={styles.counts}>
      {reactions.map((reaction) => {
        const times = counts.get(reaction)
        return times === undefined ? null : (
          <div key={reaction} className={styles.count} data-reaction={reaction}>
            <ReactionIcon reaction={reaction} size={20} />
            <span className={styles.times}>{number(times)}</span>
          </div>
        )
      })}
    </div>
  )
}
