import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { planCopies } from '../../api/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import type { CanvasHandle, ZoneSummary } from '../../canvas/canvas-handle.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useToast } from '../../ui/Toaster.tsx'
import type { Picks } from './picks.ts'

/** Asks the server what the copies are, board by board, and puts them down together; nothing is put where one fails. */
export function useBringIn({
  boardId,
  canvas,
  onDone,
}: {
  readonly boardId: string
  readonly canvas: CanvasHandle
  readonly onDone: () => void
}) {
  const { t } = useTranslation('feed')
  const { dir } = useLanguage()
  const toast = useToast()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ picks, zone }: { readonly picks: Picks; readonly zone: ZoneSummary }) =>
      Promise.all(
        [...picks].map(([fromId, ids]) => planCopies(boardId, fromId, { ids: [...ids], zone: zone.key, dir })),
      ),
    onSuccess(plans, { zone }) {
      // Taken off the board while the server was asked: the others are there to be chosen.
      if (!canvas.zones.get().some(({ id }) => id === zone.id)) {
        toast({ text: t('zoneGone') })
        return
      }
      const put = canvas.items.putCopies(plans.map(({ records }) => records))
      const sum = (of: 'copiedCount' | 'thereCount' | 'goneCount') => plans.reduce((total, plan) => total + plan[of], 0)
      const [thereCount, goneCount] = [sum('thereCount'), sum('goneCount')]
      const copiedCount = put.copiedCount > 0 ? sum('copiedCount') : 0
      const isFull = copiedCount === 0 && thereCount + goneCount === 0
      const said = [
        copiedCount > 0 ? t('done', { count: copiedCount, zone: zone.heading || zone.key }) : '',
        isFull ? t('full') : '',
        thereCount > 0 ? t('thereAlready', { count: thereCount }) : '',
        goneCount > 0 ? t('gone', { count: goneCount }) : '',
      ]
      if (copiedCount > 0) canvas.goToZone(zone.id)
      toast({ text: said.filter(Boolean).join(' '), undo: copiedCount > 0 ? put.undo : undefined })
      void queryClient.invalidateQueries({ queryKey: queryKeys.origins(boardId) })
      onDone()
    },
  })
}
