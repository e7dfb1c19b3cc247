import { useMemo } from 'react'
import { findTargetFault, type VoteSetup } from '#shared/session/votes/vote-setup.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { useItems } from '../../canvas/items/use-items.ts'
import { useVotesPlace } from './votes-context.ts'

const none: readonly BoardItem[] = []

/** What may be voted on, by the same rule as on the server. */
export function useVotableItems(setup: VoteSetup | undefined): readonly BoardItem[] {
  const items = useItems(useVotesPlace().canvas)
  return useMemo(() => (setup ? items.filter((item) => isVotable(setup, item)) : none), [items, setup])
}

function isVotable(setup: VoteSetup, { kind, zoneKey }: BoardItem): boolean {
  const point = setup.target === 'pictures' ? { x: 0.5, y: 0.5 } : null
  return findTargetFault(setup, { kind, zone: zoneKey }, point) === undefined
}
