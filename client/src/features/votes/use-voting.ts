import { useTranslation } from 'react-i18next'
import type { DotPoint } from '#shared/session/votes/vote-setup.ts'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { useItemName } from './use-item-name.ts'
import type { ShownDot } from './vote-desk.ts'
import { useBallot, useVotesPlace } from './votes-context.ts'

export type Voting = {
  /** Of what is put next: dots, or a Decider's super-votes. */
  readonly left: number
  readonly dotsOn: (itemId: string) => readonly ShownDot[]
  readonly put: (item: BoardItem, point?: DotPoint | null) => void
  readonly take: (item: BoardItem, slot?: number) => void
}

/** Puts and takes back one's dots, and says so; a refusal is told in a sentence. Undefined for who has no part in it. */
export function useVoting(): Voting | undefined {
  const { desk, kind, said } = useVotesPlace()
  const ballot = useBallot()
  const dotKind = useReadable(kind)
  const nameOf = useItemName()
  const { t } = useTranslation('votes')
  const { t: tError } = useTranslation('errors')
  const toast = useToast()
  if (!desk || !ballot) return undefined
  const left = dotKind === 'dot' ? ballot.left.dots : ballot.left.superVotes
  return {
    left,
    dotsOn: (itemId) => ballot.dots.filter(({ targetId }) => targetId === itemId),
    put(item, point = null) {
      const refusal = desk.put({ targetId: item.id, point }, dotKind)
      if (refusal) toast({ text: refusal === 'no_such_dot' ? t('noneLeft') : tError(refusal) })
      else said.set(t('said.put', { name: nameOf(item), count: left - 1 }))
    },
    take(item, slot) {
      if (desk.take(item.id, dotKind, slot)) said.set(t('said.taken', { name: nameOf(item), count: left + 1 }))
    },
  }
}
