import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { constant, useReadableOr } from '../../ui/use-readable.ts'
import type { Voting } from './use-voting.ts'
import { useVotesPlace } from './votes-context.ts'

const nothing = constant<string | undefined>(undefined)

/** + and − put dots on the note that is selected, and take them back. Coming to one, one hears how many are there. */
export function useVoteKeys(items: readonly BoardItem[], voting: Voting | undefined): void {
  const { canvas, said } = useVotesPlace()
  const { t } = useTranslation('votes')
  const selectedId = useReadableOr(canvas?.items.selectedId, nothing)
  const latest = useRef({ items, voting })
  latest.current = { items, voting }
  useEffect(
    () =>
      canvas?.items.takeKeys((key) => {
        const isPlus = key === '+' || key === '='
        if (!isPlus && key !== '-' && key !== '_' && key !== '−') return false
        const { items: now, voting: hers } = latest.current
        const item = now.find(({ id }) => id === canvas.items.selectedId.get())
        if (!item || !hers) return false
        if (isPlus) hers.put(item)
        else hers.take(item)
        return true
      }),
    [canvas],
  )
  const isThere = selectedId !== undefined && items.some(({ id }) => id === selectedId)
  const count = voting && isThere ? voting.dotsOn(selectedId).length : undefined
  const arrived = useRef<string>(undefined)
  useEffect(() => {
    if (arrived.current === selectedId) return
    arrived.current = selectedId
    if (count !== undefined) said.set(t('said.selected', { count }))
  }, [selectedId, count, said, t])
}
