import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import { deleteBoard, restoreBoard, updateBoard } from '../../api/boards.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'

/** What can be done with a board from its pilot's page. All but renaming says what it did, and offers to take it back. */
export function useBoardActions(board: Board) {
  const { t } = useTranslation('pilot')
  const { id, title, pilotId } = board
  const toast = useToast()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.pilotBoards(pilotId) })
    void queryClient.invalidateQueries({ queryKey: queryKeys.pilots })
  }
  const onError = (error: unknown) => toast({ text: problemText(error) })

  const undo = useMutation({ mutationFn: (action: () => Promise<unknown>) => action(), onSuccess: refresh, onError })
  const restore = useMutation({
    mutationFn: () => restoreBoard(id),
    onSuccess: async () => {
      await refresh()
      toast({ text: t('boardRestored', { title }) })
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: () => deleteBoard(id),
    onSuccess: async () => {
      await refresh()
      toast({ text: t('boardDeleted', { title }), undo: () => undo.mutate(() => restoreBoard(id)) })
    },
    onError,
  })
  const archive = useMutation({
    mutationFn: (isArchived: boolean) => updateBoard(id, { isArchived }),
    onSuccess: async (_, isArchived) => {
      await refresh()
      toast({
        text: t(isArchived ? 'boardArchived' : 'boardUnarchived', { title }),
        undo: () => undo.mutate(() => updateBoard(id, { isArchived: !isArchived })),
      })
    },
    onError,
  })
  const rename = useMutation({ mutationFn: (next: string) => updateBoard(id, { title: next }), onSuccess: refresh })
  return { restore, remove, archive, rename }
}
