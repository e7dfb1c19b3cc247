import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CarryRequest } from '#shared/http/feeds.ts'
import { createBoard, getBoard } from '../../api/boards.ts'
import { carryTo, undoCarry } from '../../api/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'

/** A board that is there, or one that begins with what is carried. */
export type CarryTarget = {
  readonly value: string
  readonly boardId: string | undefined
  readonly template?: string
  readonly title: string
  readonly into: string | undefined
}

type Carrying = { readonly target: CarryTarget; readonly body: CarryRequest }

export function useCarryOut({ boardId, onDone }: { readonly boardId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('feed')
  const { dir } = useLanguage()
  const toast = useToast()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  return useMutation({
    async mutationFn({ target, body }: Carrying) {
      const toId = target.boardId ?? (await start(target))
      return { toId, ...(await carryTo(toId, boardId, { ...body, dir })) }
    },
    onSuccess({ toId, ids, copiedCount, thereCount, goneCount }, { target: { title } }) {
      const said = [
        copiedCount > 0 ? t('out.done', { count: copiedCount, board: title }) : '',
        thereCount > 0 ? t('out.there', { count: thereCount }) : '',
        goneCount > 0 ? t('out.gone', { count: goneCount }) : '',
      ]
      toast({
        text: said.filter(Boolean).join(' '),
        undo: ids.length > 0 ? () => void undo(toId, ids) : undefined,
        action: { label: t('out.open'), run: () => void navigate(`/boards/${toId}`) },
      })
      void queryClient.invalidateQueries({ queryKey: queryKeys.carriedTo(boardId) })
      onDone()
    },
    // A board that was started may be there now, though nothing came of the rest: it is in the list.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['board', boardId, 'continuations'] }),
  })

  async function start({ title, template }: CarryTarget): Promise<string> {
    const { pilotId } = await queryClient.ensureQueryData({
      queryKey: queryKeys.board(boardId),
      queryFn: () => getBoard(boardId),
    })
    const { id } = await createBoard(pilotId, { title, template: template ?? null })
    void queryClient.invalidateQueries({ queryKey: queryKeys.pilots })
    return id
  }

  async function undo(toId: string, ids: readonly string[]): Promise<void> {
    try {
      const { count } = await undoCarry(toId, ids)
      void queryClient.invalidateQueries({ queryKey: queryKeys.carriedTo(boardId) })
      toast({ text: t('out.undone', { count }) })
    } catch (error) {
      toast({ text: problemText(error) })
    }
  }
}
